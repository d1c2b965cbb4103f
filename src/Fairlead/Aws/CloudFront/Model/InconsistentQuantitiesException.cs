using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudFront.Model;

/// <summary>Quantity is not the number of items.</summary>
public sealed class InconsistentQuantitiesException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudFrontException(message, innerException, errorType, errorCode, requestId, statusCode);
