using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>A parameter is not valid.</summary>
public sealed class InvalidParameterException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
