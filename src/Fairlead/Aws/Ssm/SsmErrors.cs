using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

internal static class SsmErrors
{
    public static AmazonServiceException From(ErrorResponse e) => e.Code switch
    {
        "InternalServerError" => new InternalServerErrorException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidCommandId" => new InvalidCommandIdException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidDocument" => new InvalidDocumentException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvalidInstanceId" => new InvalidInstanceIdException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        "InvocationDoesNotExist" => new InvocationDoesNotExistException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
        _ => new AmazonSimpleSystemsManagementException(e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode),
    };
}
