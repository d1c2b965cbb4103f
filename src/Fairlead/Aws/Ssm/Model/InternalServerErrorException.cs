using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Systems Manager failed.</summary>
public sealed class InternalServerErrorException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonSimpleSystemsManagementException(message, innerException, errorType, errorCode, requestId, statusCode);
