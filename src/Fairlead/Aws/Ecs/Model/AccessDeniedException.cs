using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The caller may not do this.</summary>
public sealed class AccessDeniedException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
