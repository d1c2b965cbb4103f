using System.Net;
using Amazon.Runtime;

namespace Amazon.AppRunner.Model;

/// <summary>The service is in a state that forbids this.</summary>
public sealed class InvalidStateException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonAppRunnerException(message, innerException, errorType, errorCode, requestId, statusCode);
