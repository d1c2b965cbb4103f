using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>The request had no body.</summary>
public sealed class MissingBodyException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
