using System.Net;
using Amazon.Runtime;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>An error that Elastic Load Balancing answered.</summary>
public class AmazonElasticLoadBalancingV2Exception(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
