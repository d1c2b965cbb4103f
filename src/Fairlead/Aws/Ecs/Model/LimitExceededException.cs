using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS.Model;

/// <summary>A limit of the account is reached.</summary>
public sealed class LimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECSException(message, innerException, errorType, errorCode, requestId, statusCode);
