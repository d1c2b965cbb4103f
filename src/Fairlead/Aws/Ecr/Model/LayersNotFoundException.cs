using System.Net;
using Amazon.Runtime;

namespace Amazon.ECR.Model;

/// <summary>The manifest names layers that are not there.</summary>
public sealed class LayersNotFoundException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonECRException(message, innerException, errorType, errorCode, requestId, statusCode);
