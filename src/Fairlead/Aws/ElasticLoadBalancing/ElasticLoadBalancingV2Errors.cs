using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.ElasticLoadBalancingV2.Model;

namespace Amazon.ElasticLoadBalancingV2;

internal static class ElasticLoadBalancingV2Errors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "HealthUnavailableException" => new HealthUnavailableException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidTargetException" => new InvalidTargetException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "TargetGroupNotFoundException" => new TargetGroupNotFoundException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonElasticLoadBalancingV2Exception(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
