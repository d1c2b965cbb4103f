using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>ECS failed.</summary>
public sealed class ServerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
