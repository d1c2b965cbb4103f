using System.Net;
using System.Text;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// What S3 answers a distribution: of a key that is not there, it says so only to who may list the bucket, and that access is denied to all others
/// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html, Permissions).
/// </summary>
internal sealed class BucketOrigin(IBucketGrants grants)
{
    private const string Denied = """
        <?xml version="1.0" encoding="UTF-8"?>
        <Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>
        """;

    /// <summary>The answer as the distribution gets it. Takes over <paramref name="answer"/>.</summary>
    public HttpResponseMessage Seen(EdgeRequest request, HttpResponseMessage answer)
    {
        if (answer.StatusCode != HttpStatusCode.NotFound
            || request.Origin.Bucket is not { } bucket
            || grants.MayList(bucket, request.Distribution.Id) is not false)
        {
            return answer;
        }

        var denied = new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(Denied)) };
        denied.Content.Headers.ContentType = new("application/xml");
        foreach (var (name, values) in answer.Headers.NonValidated.Where(x => x.Key is "x-amz-request-id" or "x-amz-id-2" or "Date"))
        {
            denied.Headers.TryAddWithoutValidation(name, values);
        }

        answer.Dispose();
        return denied;
    }
}
