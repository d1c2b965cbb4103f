using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.CloudFront.Model;

namespace Amazon.CloudFront;

internal static class CloudFrontErrors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "AccessDenied" => new AccessDeniedException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "BatchTooLarge" => new BatchTooLargeException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InconsistentQuantities" => new InconsistentQuantitiesException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidArgument" => new InvalidArgumentException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "MissingBody" => new MissingBodyException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NoSuchDistribution" => new NoSuchDistributionException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "NoSuchInvalidation" => new NoSuchInvalidationException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TooManyInvalidationsInProgress" => new TooManyInvalidationsInProgressException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonCloudFrontException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
