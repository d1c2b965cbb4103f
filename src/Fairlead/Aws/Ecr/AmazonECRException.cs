using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR;

/// <summary>An error that Amazon ECR answered.</summary>
public class AmazonECRException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonServiceException(message, innerException, errorType, errorCode, requestId, statusCode);
