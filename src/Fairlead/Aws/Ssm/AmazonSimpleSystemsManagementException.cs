using System.Net;
using Amazon.Runtime;

namespace Amazon.SimpleSystemsManagement;

/// <summary>An error that AWS Systems Manager answered.</summary>
public class AmazonSimpleSystemsManagementException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
