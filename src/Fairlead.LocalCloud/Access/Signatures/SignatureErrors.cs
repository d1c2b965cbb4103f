using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>
/// How each protocol says what is wrong with a signature. The codes are those of AWS, which clients know:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList for S3,
/// https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html for the query protocol,
/// https://docs.aws.amazon.com/AmazonECS/latest/APIReference/CommonErrors.html for JSON. So are the words, with what to do behind them.
/// </summary>
internal static class SignatureErrors
{
    private const string Keys = " './build.sh LocalCloudEnvironment' prints the keys of this local cloud.";

    private const string NoMatch = "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and "
        + "signing method." + Keys;

    private const string NoToken = "The security token included in the request is invalid." + Keys;

    private const string OldToken = "The security token included in the request is expired";

    private static readonly Dictionary<SignatureFault, Row> Rows = new()
    {
        [SignatureFault.Missing] = new(
            new("AccessDenied", "Access Denied. The request is not signed." + Keys, 403),
            new("MissingAuthenticationToken", "Request is missing Authentication Token." + Keys, 403),
            new("MissingAuthenticationTokenException", "Missing Authentication Token." + Keys)),
        [SignatureFault.Unsupported] = new(
            new("InvalidRequest", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."),
            new("IncompleteSignature", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256."),
            new("IncompleteSignatureException", "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.")),
        [SignatureFault.Twice] = new(
            new("InvalidArgument", "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the "
                + "Authorization header should be specified")),
        [SignatureFault.Malformed] = new(
            new("AuthorizationHeaderMalformed", "The authorization header is malformed."),
            new("IncompleteSignature", "The request signature does not conform to AWS standards."),
            new("IncompleteSignatureException", "The request signature does not conform to AWS standards.")),
        [SignatureFault.MalformedQuery] = new(new("AuthorizationQueryParametersError", "The query is not that of a presigned URL.")),
        [SignatureFault.UnknownKey] = new(
            new("InvalidAccessKeyId", "The AWS Access Key Id you provided does not exist in our records." + Keys, 403),
            new("InvalidClientTokenId", NoToken, 403),
            new("UnrecognizedClientException", NoToken)),
        [SignatureFault.InvalidToken] = new(
            new("InvalidToken", "The provided token is malformed or otherwise invalid." + Keys),
            new("InvalidClientTokenId", NoToken, 403),
            new("UnrecognizedClientException", NoToken)),
        [SignatureFault.ExpiredToken] = new(
            new("ExpiredToken", "The provided token has expired."),
            new("ExpiredToken", OldToken, 403),
            new("ExpiredTokenException", OldToken)),
        [SignatureFault.UnsignedHeaders] = new(
            new("AccessDenied", "There were headers present in the request which were not signed", 403),
            new("SignatureDoesNotMatch", "There were headers present in the request which were not signed", 403),
            new("InvalidSignatureException", "There were headers present in the request which were not signed")),
        [SignatureFault.Skewed] = new(
            new("RequestTimeTooSkewed", "The difference between the request time and the current time is too large.", 403),
            new("SignatureDoesNotMatch", "Signature expired", 403),
            new("InvalidSignatureException", "Signature expired")),
        [SignatureFault.Expired] = new(new("AccessDenied", "Request has expired", 403)),
        [SignatureFault.NoPayloadHash] = new(new("InvalidRequest", "Missing required header for this request: x-amz-content-sha256")),
        [SignatureFault.InvalidPayloadHash] = new(
            new("InvalidArgument", "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-UNSIGNED-PAYLOAD-TRAILER, STREAMING-AWS4-HMAC-SHA256-PAYLOAD, "
                + "STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER, or a valid sha256 value.")),
        [SignatureFault.Mismatch] = new(
            new("SignatureDoesNotMatch", NoMatch, 403),
            new("SignatureDoesNotMatch", NoMatch, 403),
            new("InvalidSignatureException", NoMatch)),
        [SignatureFault.TooLarge] = new(new("RequestEntityTooLarge", "The request is larger than any that a service takes.", 413)),
    };

    /// <summary>The error that a client of the protocol reads. Every fault has one.</summary>
    public static AwsServiceException Of(RequestProtocol protocol, SignatureRefusedException refused)
    {
        var (code, message, status) = Rows[refused.Fault].In(protocol);

        // Some details stand for AWS's own words, the others say where a request broke the rule.
        return new AwsServiceException(code, refused.Detail ?? message, status);
    }

    private sealed record Error(string Code, string Message, int Status = StatusCodes.Status400BadRequest);

    /// <summary>What only S3 has is said in its words everywhere.</summary>
    private sealed record Row(Error S3, Error? Xml = null, Error? Json = null)
    {
        public Error In(RequestProtocol protocol) => protocol switch
        {
            RequestProtocol.Xml => Xml ?? S3,
            RequestProtocol.Json => Json ?? S3,
            _ => S3,
        };
    }
}
