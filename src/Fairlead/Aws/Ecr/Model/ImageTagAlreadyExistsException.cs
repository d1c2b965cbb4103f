using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The tag is taken and may not move.</summary>
public sealed class ImageTagAlreadyExistsException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
