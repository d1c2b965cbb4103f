using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.CloudWatchLogs.Model;

namespace Amazon.CloudWatchLogs;

internal static class CloudWatchLogsErrors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "InvalidParameterException" => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceUnavailableException" => new ServiceUnavailableException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonCloudWatchLogsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
