using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.ECR.Model;

namespace Amazon.ECR;

internal static class EcrErrors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "ImageAlreadyExistsException" => new ImageAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ImageDigestDoesNotMatchException" => new ImageDigestDoesNotMatchException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ImageNotFoundException" => new ImageNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ImageTagAlreadyExistsException" => new ImageTagAlreadyExistsException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidParameterException" => new InvalidParameterException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LayersNotFoundException" => new LayersNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "LimitExceededException" => new LimitExceededException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ReferencedImagesNotFoundException" => new ReferencedImagesNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "RepositoryNotFoundException" => new RepositoryNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "ServerException" => new ServerException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonECRException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
