using System.Globalization;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3;

/// <summary>
/// The times of presigned URLs, of Signature Version 4 (<c>X-Amz-Date</c>, <c>X-Amz-Expires</c>) and of Version 2 (<c>Expires</c>), which some
/// clients still make. https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html
/// </summary>
internal sealed class PresignedUrl(TimeProvider clock)
{
    private const int MostSeconds = 7 * 24 * 60 * 60;

    private static readonly string[] Version4 = [
        "X-Amz-Algorithm",
        "X-Amz-Credential",
        "X-Amz-Signature",
        "X-Amz-Date",
        "X-Amz-SignedHeaders",
        "X-Amz-Expires"
    ];

    public void Check(S3Request request)
    {
        if (request.Query("X-Amz-Signature") is not null || request.Query("X-Amz-Credential") is not null)
        {
            CheckVersion4(request);
        }
        else if (request.Query("Signature") is not null && request.Query("Expires") is { } expires)
        {
            if (!long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
            {
                throw S3Errors.AccessDenied("Invalid date (should be seconds since epoch): " + expires);
            }

            Refuse(clock.GetUtcNow().ToUnixTimeSeconds() > seconds);
        }
    }

    private void CheckVersion4(S3Request request)
    {
        if (request.Header("Authorization") is not null)
        {
            throw S3Errors.InvalidArgument("Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or "
                + "the Authorization header should be specified");
        }

        if (Version4.Any(x => request.Query(x) is null))
        {
            throw Malformed($"Query-string authentication version 4 requires the {string.Join(", ", Version4)} parameters.");
        }

        // Only S3 is asked by presigned URLs here; on AWS each endpoint refuses another service's.
        if (request.Query("X-Amz-Credential")!.Split('/') is not [.., "s3", "aws4_request"] and var scope)
        {
            throw Malformed(
                $"Error parsing the X-Amz-Credential parameter; incorrect service \"{(scope.Length > 1 ? scope[^2] : "")}\". This endpoint belongs to \"s3\".");
        }

        if (!DateTimeOffset.TryParseExact(
            request.Query("X-Amz-Date"),
            "yyyyMMdd'T'HHmmss'Z'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var signed))
        {
            throw Malformed("X-Amz-Date must be in the ISO8601 Long Format \"yyyyMMdd'T'HHmmss'Z'\"");
        }

        if (!int.TryParse(request.Query("X-Amz-Expires"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seconds))
        {
            throw Malformed("X-Amz-Expires should be a number");
        }

        if (seconds is < 0 or > MostSeconds)
        {
            throw Malformed(seconds < 0
                ? "X-Amz-Expires must be non-negative"
                : $"X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than {MostSeconds} seconds");
        }

        Refuse(clock.GetUtcNow() > signed.AddSeconds(seconds));
    }

    private static void Refuse(bool expired)
    {
        if (expired)
        {
            throw S3Errors.AccessDenied("Request has expired");
        }
    }

    private static AwsServiceException Malformed(string message) => new("AuthorizationQueryParametersError", message);
}
