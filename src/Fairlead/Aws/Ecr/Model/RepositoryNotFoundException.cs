using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>There is no such repository.</summary>
public sealed class RepositoryNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
