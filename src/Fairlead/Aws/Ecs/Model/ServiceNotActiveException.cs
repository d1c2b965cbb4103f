using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>The service was deleted.</summary>
public sealed class ServiceNotActiveException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
