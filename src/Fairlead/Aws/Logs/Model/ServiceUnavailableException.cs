using System.Net;
using Amazon.Runtime;

namespace Amazon.CloudWatchLogs.Model;

/// <summary>CloudWatch Logs is not available.</summary>
public sealed class ServiceUnavailableException(string message, Exception? innerException, ErrorType errorType, string errorCode, string requestId, HttpStatusCode statusCode)
    : AmazonCloudWatchLogsException(message, innerException, errorType, errorCode, requestId, statusCode);
