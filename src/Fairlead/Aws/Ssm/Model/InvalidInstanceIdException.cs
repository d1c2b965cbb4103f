using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>An instance is not there, or is not managed.</summary>
public sealed class InvalidInstanceIdException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode);
