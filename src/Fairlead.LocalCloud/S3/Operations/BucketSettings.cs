using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>Buckets themselves, and the settings and tags that are kept with buckets and objects.</summary>
internal sealed partial class BucketSettings(S3Store store, AccessControlLists lists, Account account)
{
    private const int MostPolicyBytes = 20 * 1024;
    private const int MostBucketTags = 50;
    private const string ObjectLockEnabled = "<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>";

    public async Task CreateAsync(S3Request request)
    {
        var name = request.Bucket!;
        if (!IsBucketName(name))
        {
            throw new AwsServiceException("InvalidBucketName", "The specified bucket is not valid.");
        }

        var document = request.Context.Request.ContentLength is > 0 ? await S3Xml.ReadAsync(request, "CreateBucketConfiguration") : null;
        var region = BucketRegion.Of(document?.Value("LocationConstraint"), request.SigningRegion, account.Region);
        var tags = ObjectHeaders.CheckTags(TagsOf(document, "Tags"), MostBucketTags);
        store.Create(name, region, created =>
        {
            var configured = lists.Apply(request, created) with { Tags = tags };
            return !LocksObjects(request) ? configured : configured with
            {
                Versioning = "Enabled",
                Documents = new Dictionary<string, string>(configured.Documents, StringComparer.Ordinal) { ["object-lock"] = ObjectLockEnabled },
            };
        });
        request.Context.Response.Headers.Location = "/" + name;
        request.Context.Response.ContentLength = 0;
    }

    public Task HeadAsync(S3Request request)
    {
        request.Context.Response.Headers["x-amz-bucket-region"] = store.Bucket(request.Bucket!).Configuration.Region;
        return Task.CompletedTask;
    }

    public Task DeleteAsync(S3Request request)
    {
        store.Delete(request.Bucket!);
        return NoContent(request);
    }

    public Task LocationAsync(S3Request request)
    {
        var region = store.Bucket(request.Bucket!).Configuration.Region;

        // us-east-1 is written as nothing: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketLocation.html
        return S3Xml.WriteAsync(request, S3Xml.Element("LocationConstraint", region == "us-east-1" ? null : region));
    }

    public Task VersioningAsync(S3Request request)
        => S3Xml.WriteAsync(request, S3Xml.Element("VersioningConfiguration",
            store.Bucket(request.Bucket!).Configuration.Versioning is { } status ? S3Xml.Element("Status", status) : null));

    public async Task PutVersioningAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var document = await S3Xml.ReadAsync(request, "VersioningConfiguration");
        var status = document.Value("Status");
        if (document.Value("MfaDelete") == "Enabled")
        {
            throw S3Errors.NotImplemented("deletes that want a multi-factor device (MfaDelete)");
        }

        if (status is not ("Enabled" or "Suspended"))
        {
            throw new AwsServiceException("IllegalVersioningConfigurationException", "The Versioning element must be specified");
        }

        bucket.Configure(x => status == "Suspended" && BucketSetting.All["object-lock"].Of(x) is not null
            ? throw new AwsServiceException(
                "InvalidBucketState",
                "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
                StatusCodes.Status409Conflict)
            : x with { Versioning = status });
    }

    public Task PolicyAsync(S3Request request)
    {
        var policy = Policy(request);
        request.Context.Response.ContentType = "application/json";
        return request.Context.Response.WriteAsync(policy, request.Aborted);
    }

    public async Task PutPolicyAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        using var document = await RequestBody.ReadDocumentAsync(request);
        if (document.Length > MostPolicyBytes)
        {
            throw new AwsServiceException("PolicyTooLarge", "Policies must not exceed 20480 bytes in size");
        }

        var text = Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length);
        var isPublic = BucketPolicy.Parse(text).IsPublic;
        bucket.Configure(x => isPublic && x.PublicAccessBlock is { BlockPublicPolicy: true }
            ? throw S3Errors.AccessDenied("Access Denied: the bucket's public access block (BlockPublicPolicy) refuses a policy that is public.")
            : x with { Policy = text });
        await NoContent(request);
    }

    public Task PolicyStatusAsync(S3Request request)
        => S3Xml.WriteAsync(request, S3Xml.Element("PolicyStatus", S3Xml.Element("IsPublic", BucketPolicy.Parse(Policy(request)).IsPublic)));

    public Task DeletePolicyAsync(S3Request request)
    {
        store.Bucket(request.Bucket!).Configure(x => x with { Policy = null });
        return NoContent(request);
    }

    public Task PublicAccessBlockAsync(S3Request request)
    {
        var block = store.Bucket(request.Bucket!).Configuration.PublicAccessBlock
                    ?? throw new AwsServiceException("NoSuchPublicAccessBlockConfiguration", "The public access block configuration was not found", 404);
        return S3Xml.WriteAsync(request, S3Xml.Element("PublicAccessBlockConfiguration",
            S3Xml.Element(nameof(block.BlockPublicAcls), block.BlockPublicAcls),
            S3Xml.Element(nameof(block.IgnorePublicAcls), block.IgnorePublicAcls),
            S3Xml.Element(nameof(block.BlockPublicPolicy), block.BlockPublicPolicy),
            S3Xml.Element(nameof(block.RestrictPublicBuckets), block.RestrictPublicBuckets)));
    }

    public async Task PutPublicAccessBlockAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var document = await S3Xml.ReadAsync(request, "PublicAccessBlockConfiguration");
        bool Is(string name) => document.Value(name)?.Trim().Equals("true", StringComparison.OrdinalIgnoreCase) == true;
        var block = new PublicAccessBlock(
            Is(nameof(PublicAccessBlock.BlockPublicAcls)),
            Is(nameof(PublicAccessBlock.IgnorePublicAcls)),
            Is(nameof(PublicAccessBlock.BlockPublicPolicy)),
            Is(nameof(PublicAccessBlock.RestrictPublicBuckets)));
        bucket.Configure(x => x with { PublicAccessBlock = block });
    }

    public Task DeletePublicAccessBlockAsync(S3Request request)
    {
        store.Bucket(request.Bucket!).Configure(x => x with { PublicAccessBlock = null });
        return NoContent(request);
    }

    public Task TagsAsync(S3Request request)
    {
        var tags = request.Key is null
            ? store.Bucket(request.Bucket!).Configuration.Tags ?? throw new AwsServiceException("NoSuchTagSet", "The TagSet does not exist", 404)
            : Chosen(request).Tags ?? [];
        return S3Xml.WriteAsync(request, S3Xml.Element("Tagging",
            S3Xml.Element("TagSet", tags.Select(x => S3Xml.Element("Tag", S3Xml.Element("Key", x.Key), S3Xml.Element("Value", x.Value))))));
    }

    public async Task PutTagsAsync(S3Request request)
    {
        var document = await S3Xml.ReadAsync(request, "Tagging");
        if (!document.All("TagSet").Any())
        {
            throw S3Errors.MalformedXml();
        }

        var pairs = TagsOf(document, "TagSet");
        if (request.Key is null)
        {
            var tags = ObjectHeaders.CheckTags(pairs, MostBucketTags);
            store.Bucket(request.Bucket!).Configure(x => x with { Tags = tags });
            await NoContent(request);
        }
        else
        {
            Tag(request, ObjectHeaders.CheckTags(pairs));
        }
    }

    public Task DeleteTagsAsync(S3Request request)
    {
        if (request.Key is null)
        {
            store.Bucket(request.Bucket!).Configure(x => x with { Tags = null });
        }
        else
        {
            Tag(request, null);
        }

        return NoContent(request);
    }

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html</summary>
    public static bool IsBucketName(string name)
        => BucketName().IsMatch(name)
           && !name.Contains("..", StringComparison.Ordinal)
           && !IPAddress.TryParse(name, out _)
           && !name.StartsWith("xn--", StringComparison.Ordinal)
               && !name.StartsWith("sthree-", StringComparison.Ordinal)
               && !name.StartsWith("amzn-s3-demo-", StringComparison.Ordinal)
           && !name.EndsWith("-s3alias", StringComparison.Ordinal)
               && !name.EndsWith("--ol-s3", StringComparison.Ordinal)
               && !name.EndsWith(".mrap", StringComparison.Ordinal)
               && !name.EndsWith("--x-s3", StringComparison.Ordinal);

    private static Task NoContent(S3Request request)
    {
        request.Context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static IEnumerable<KeyValuePair<string, string>> TagsOf(XElement? document, string list)
        => document?.All(list).SelectMany(x => x.All("Tag")).Select(x => KeyValuePair.Create(x.Value("Key") ?? "", x.Value("Value") ?? "")) ?? [];

    private static bool LocksObjects(S3Request request)
        => request.Header("x-amz-bucket-object-lock-enabled")?.Equals("true", StringComparison.OrdinalIgnoreCase) == true;

    private string Policy(S3Request request)
        => store.Bucket(request.Bucket!).Configuration.Policy
            ?? throw new AwsServiceException("NoSuchBucketPolicy", "The bucket policy does not exist", StatusCodes.Status404NotFound);

    private ObjectVersion Chosen(S3Request request)
    {
        var version = ObjectReads.Find(store, request);
        if (store.Bucket(request.Bucket!).Configuration.Versioning is not null)
        {
            request.Context.Response.Headers["x-amz-version-id"] = version.VersionId;
        }

        return version;
    }

    private void Tag(S3Request request, Dictionary<string, string>? tags)
    {
        var version = Chosen(request);
        store.Bucket(request.Bucket!).Tag(version.Key, version.VersionId, tags);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
