using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Wait for invalidations that are in progress.</summary>
public sealed class TooManyInvalidationsInProgressException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
