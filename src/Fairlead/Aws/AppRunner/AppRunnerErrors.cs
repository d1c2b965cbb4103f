using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.AppRunner.Model;

namespace Amazon.AppRunner;

internal static class AppRunnerErrors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "InternalServiceErrorException" => new InternalServiceErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidRequestException" => new InvalidRequestException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidStateException" => new InvalidStateException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ResourceNotFoundException" => new ResourceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonAppRunnerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
