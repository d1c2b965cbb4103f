using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The very same manifest and tag are there.</summary>
public sealed class ImageAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
