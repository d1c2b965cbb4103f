using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>A parameter is not valid.</summary>
public sealed class InvalidParameterException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
