using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>The caller may not do this.</summary>
public sealed class AccessDeniedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
