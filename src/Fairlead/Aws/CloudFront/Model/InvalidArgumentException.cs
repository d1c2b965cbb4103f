using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>An argument is not valid.</summary>
public sealed class InvalidArgumentException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
