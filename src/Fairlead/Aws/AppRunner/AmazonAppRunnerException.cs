using System.Net;
using Amazon.Runtime;

namespace Amazon.AppRunner;

/// <summary>An error that AWS App Runner answered.</summary>
public class AmazonAppRunnerException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
