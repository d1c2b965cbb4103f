using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The client token was used with other parameters.</summary>
public sealed class ConflictException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
