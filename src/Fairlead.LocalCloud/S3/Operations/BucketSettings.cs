using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>Buckets themselves, and the settings and tags that are kept with buckets and objects.</summary>
internal sealed partial class BucketSettings(S3Store store, Listings listings, Account account)
{
    private const int MostPolicyBytes = 20 * 1024;
    private const int MostBucketTags = 50;

    /// <summary>What S3 answers when a bucket does not have a setting, by the setting's query parameter. The local cloud's buckets never have these.</summary>
    private static readonly Dictionary<string, (string Code, string Message)> NoSuchConfiguration = new(StringComparer.Ordinal)
    {
        ["cors"] = ("NoSuchCORSConfiguration", "The CORS configuration does not exist"),
        ["encryption"] = ("ServerSideEncryptionConfigurationNotFoundError", "The server side encryption configuration was not found"),
        ["lifecycle"] = ("NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist"),
        ["object-lock"] = ("ObjectLockConfigurationNotFoundError", "Object Lock configuration does not exist for this bucket"),
        ["ownershipControls"] = ("OwnershipControlsNotFoundError", "The bucket ownership controls were not found"),
        ["replication"] = ("ReplicationConfigurationNotFoundError", "The replication configuration was not found"),
        ["website"] = ("NoSuchWebsiteConfiguration", "The specified bucket does not have a website configuration"),
    };

    public static AwsServiceException? Absent(string setting)
        => NoSuchConfiguration.TryGetValue(setting, out var error) ? new AwsServiceException(error.Code, error.Message, StatusCodes.Status404NotFound) : null;

    public async Task CreateAsync(S3Request request)
    {
        var name = request.Bucket!;
        if (!IsBucketName(name))
        {
            throw new AwsServiceException("InvalidBucketName", "The specified bucket is not valid.");
        }

        _ = ObjectHeaders.Read(request);
        var region = request.Context.Request.ContentLength is > 0
            ? (await S3Xml.ReadAsync(request, "CreateBucketConfiguration")).Value("LocationConstraint")
            : null;
        store.Create(name, string.IsNullOrEmpty(region) ? account.Region : region);
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
        var status = (await S3Xml.ReadAsync(request, "VersioningConfiguration")).Value("Status");
        if (status is not ("Enabled" or "Suspended"))
        {
            throw new AwsServiceException("IllegalVersioningConfigurationException", "The Versioning element must be specified");
        }

        bucket.Configure(x => x with { Versioning = status });
    }

    public Task PolicyAsync(S3Request request)
    {
        var policy = store.Bucket(request.Bucket!).Configuration.Policy
            ?? throw new AwsServiceException("NoSuchBucketPolicy", "The bucket policy does not exist", 404);
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

        try
        {
            using var json = JsonDocument.Parse(document);
            if (json.RootElement.ValueKind != JsonValueKind.Object || !json.RootElement.TryGetProperty("Statement", out _))
            {
                throw new AwsServiceException("MalformedPolicy", "Missing required field Statement");
            }
        }
        catch (JsonException)
        {
            throw new AwsServiceException("MalformedPolicy", "This policy contains invalid Json");
        }

        bucket.Configure(x => x with { Policy = System.Text.Encoding.UTF8.GetString(document.ToArray()) });
        await NoContent(request);
    }

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

    /// <summary>Every bucket and object belongs to the account and is granted to nobody else; ACLs are switched off, as in every new bucket of AWS.</summary>
    public Task AclAsync(S3Request request)
    {
        if (request.Key is null)
        {
            _ = store.Bucket(request.Bucket!);
        }
        else
        {
            _ = Chosen(request);
        }

        XNamespace instance = "http://www.w3.org/2001/XMLSchema-instance";
        var grantee = listings.Owner("Grantee");
        grantee.Add(new XAttribute(XNamespace.Xmlns + "xsi", instance), new XAttribute(instance + "type", "CanonicalUser"));
        return S3Xml.WriteAsync(request, S3Xml.Element("AccessControlPolicy",
            listings.Owner("Owner"),
            S3Xml.Element("AccessControlList", S3Xml.Element("Grant", grantee, S3Xml.Element("Permission", "FULL_CONTROL")))));
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
        var pairs = document.All("TagSet").SelectMany(x => x.All("Tag")).Select(x => KeyValuePair.Create(x.Value("Key") ?? "", x.Value("Value") ?? ""));
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

    private ObjectVersion Chosen(S3Request request)
    {
        var version = store.Bucket(request.Bucket!).Read(index => ObjectReads.Choose(index, request.Key!, request.VersionId));
        return version.IsDeleteMarker ? throw S3Errors.MethodNotAllowed() : version;
    }

    private void Tag(S3Request request, Dictionary<string, string>? tags)
    {
        var version = Chosen(request);
        store.Bucket(request.Bucket!).Tag(version.Key, version.VersionId, tags);
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$")]
    private static partial Regex BucketName();
}
