using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>A limit of the account is reached.</summary>
public sealed class LimitExceededException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
