using System.Net;
using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>An error that Amazon ECS answered.</summary>
public class AmazonECSException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
