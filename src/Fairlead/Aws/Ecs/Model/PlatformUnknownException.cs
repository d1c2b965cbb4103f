using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>There is no such platform version.</summary>
public sealed class PlatformUnknownException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
