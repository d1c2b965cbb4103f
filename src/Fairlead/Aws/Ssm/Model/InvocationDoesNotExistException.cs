using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>The command does not run on that instance.</summary>
public sealed class InvocationDoesNotExistException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode);
