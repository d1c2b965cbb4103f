using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The request cannot be carried out.</summary>
public sealed class ClientException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
