using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The platform version cannot run the task definition.</summary>
public sealed class PlatformTaskDefinitionIncompatibilityException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
