using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3;

/// <summary>The errors of S3 in its own codes and words: https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html</summary>
internal static class S3Errors
{
    public static AwsServiceException NoSuchBucket() => new("NoSuchBucket", "The specified bucket does not exist", 404);

    public static AwsServiceException NoSuchKey() => new("NoSuchKey", "The specified key does not exist.", 404);

    public static AwsServiceException NoSuchVersion() => new("NoSuchVersion", "The specified version does not exist.", 404);

    public static AwsServiceException NoSuchUpload()
        => new("NoSuchUpload", "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.", 404);

    public static AwsServiceException BucketNotEmpty() => new("BucketNotEmpty", "The bucket you tried to delete is not empty", 409);

    public static AwsServiceException PreconditionFailed() => new("PreconditionFailed", "At least one of the pre-conditions you specified did not hold", 412);

    public static AwsServiceException ConditionalRequestConflict()
        => new("ConditionalRequestConflict", "The conditional request cannot succeed due to a conflicting operation against this resource.", 409);

    public static AwsServiceException InvalidArgument(string message) => new("InvalidArgument", message);

    public static AwsServiceException InvalidRequest(string message) => new("InvalidRequest", message);

    public static AwsServiceException MalformedXml()
        => new("MalformedXML", "The XML you provided was not well-formed or did not validate against our published schema");

    public static AwsServiceException TooLongMessage() => new("MaxMessageLengthExceeded", "Your request was too big.");

    public static AwsServiceException KeyTooLong() => new("KeyTooLongError", "Your key is too long");

    public static AwsServiceException BadDigest(string message) => new("BadDigest", message);

    public static AwsServiceException IncompleteBody()
        => new("IncompleteBody", "You did not provide the number of bytes specified by the Content-Length HTTP header.");

    public static AwsServiceException NotImplemented(string what)
        => new("NotImplemented", $"The local cloud does not implement {what}. docs/local-cloud.md lists what it has.", 501);

    public static AwsServiceException MethodNotAllowed() => new("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);

    public static AwsServiceException AccessDenied(string message) => new("AccessDenied", message, 403);

    /// <summary>507 and not 500: clients repeat a 500, and a full disk stays full.</summary>
    public static AwsServiceException DiskRefused(Exception cause)
        => new(
            "InternalError",
            $"The local cloud could not store this: {cause.Message.TrimEnd('.')}. What was stored before is unchanged. Free some space or make the state "
                + $"directory writable, and send it again.",
            StatusCodes.Status507InsufficientStorage);
}
