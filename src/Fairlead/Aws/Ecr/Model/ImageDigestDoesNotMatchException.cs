using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The manifest has another digest.</summary>
public sealed class ImageDigestDoesNotMatchException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
