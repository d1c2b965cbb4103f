using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>There is no such distribution.</summary>
public sealed class NoSuchDistributionException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
