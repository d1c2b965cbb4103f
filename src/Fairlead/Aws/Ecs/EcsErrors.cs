using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.ECS.Model;

namespace Amazon.ECS;

internal static class EcsErrors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "AccessDeniedException" => new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "BlockedException" => new BlockedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ClientException" => new ClientException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ClusterNotFoundException" => new ClusterNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ConflictException" => new ConflictException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterException" => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LimitExceededException" => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NamespaceNotFoundException" => new NamespaceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformTaskDefinitionIncompatibilityException" => new PlatformTaskDefinitionIncompatibilityException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "PlatformUnknownException" => new PlatformUnknownException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServerException" => new ServerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceNotActiveException" => new ServiceNotActiveException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServiceNotFoundException" => new ServiceNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "UnsupportedFeatureException" => new UnsupportedFeatureException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonECSException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
