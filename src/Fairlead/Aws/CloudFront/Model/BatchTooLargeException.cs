using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Too many paths.</summary>
public sealed class BatchTooLargeException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
