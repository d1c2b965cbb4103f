using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>There is no such target group.</summary>
public sealed class TargetGroupNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonElasticLoadBalancingV2Exception(message, innerException, errorType, errorCode, requestId, statusCode);
