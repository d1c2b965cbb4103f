using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>There is no such command.</summary>
public sealed class InvalidCommandIdException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode);
