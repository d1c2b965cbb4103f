using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>ECR failed.</summary>
public sealed class ServerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
