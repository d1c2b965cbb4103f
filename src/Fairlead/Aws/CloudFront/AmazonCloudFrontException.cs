using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront;

/// <summary>An error that Amazon CloudFront answered.</summary>
public class AmazonCloudFrontException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
