using System.Net;
using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>The request cannot be carried out.</summary>
public sealed class InvalidRequestException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonAppRunnerException(message, innerException, errorType, errorCode, requestId, statusCode);
