using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2.Model;

/// <summary>The health could not be read.</summary>
public sealed class HealthUnavailableException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonElasticLoadBalancingV2Exception(message, innerException, errorType, errorCode, requestId, statusCode);
