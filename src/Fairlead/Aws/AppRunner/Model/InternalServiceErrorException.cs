using System.Net;
using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>App Runner failed.</summary>
public sealed class InternalServiceErrorException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonAppRunnerException(message, innerException, errorType, errorCode, requestId, statusCode);
