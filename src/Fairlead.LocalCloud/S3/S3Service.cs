using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using Fairlead.LocalCloud.S3.Wire;
using Microsoft.AspNetCore.Http.Features;

namespace Fairlead.LocalCloud.S3;

/// <summary>S3's REST API: https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html</summary>
internal sealed class S3Service(
    BucketSettings settings,
    BucketDocuments documents,
    AccessControlLists lists,
    Listings listings,
    ObjectReads reads,
    ObjectAttributes attributes,
    ObjectWrites writes,
    ObjectDeletes deletes,
    MultipartUploads uploads,
    Account account,
    ObjectAccess access,
    ILogger<S3Service> log) : IAwsService
{
    /// <summary>Query parameters that make a request one for a setting or a part of a resource, not for the resource.</summary>
    private static readonly string[] Subresources =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "delete", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle",
        "location", "logging", "metrics", "notification", "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "replication",
        "requestPayment", "restore", "retention", "select", "session", "tagging", "torrent", "uploadId", "uploads", "versioning", "versions", "website",
    ];

    /// <summary>Whose the bucket has to be, and that of a copy's source:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-owner-condition.html</summary>
    private static readonly string[] OwnerHeaders = ["x-amz-expected-bucket-owner", "x-amz-source-expected-bucket-owner"];

    public string SigningName => "s3";

    public async Task HandleAsync(HttpContext context)
    {
        context.Response.Headers["x-amz-request-id"] = Convert.ToHexString(Guid.NewGuid().ToByteArray().AsSpan(0, 8));
        context.Response.Headers["x-amz-id-2"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray());
        var request = new S3Request(context, RequestTarget.PathOf(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget));
        context.Response.OnStarting(() =>
        {
            // botocore misreads the next answer on a connection where an Expect: 100-continue got a final answer at once, and then waits for ever.
            if (request.Header("Expect") is not null && !request.BodyWasAskedFor)
            {
                context.Response.Headers.Connection = "close";
            }

            return Task.CompletedTask;
        });
        try
        {
            if (OwnerHeaders.Any(x => request.Header(x) is { } owner && owner != account.Id))
            {
                throw S3Errors.AccessDenied("Access Denied");
            }

            await RouteAsync(request);
        }
        catch (AwsServiceException exception)
        {
            await RefuseAsync(request, exception);
        }
        catch (Exception) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has gone; there is nobody to answer.
        }
        catch (BadHttpRequestException)
        {
            throw;
        }
        catch (Exception exception)
        {
            log.LogError(exception, "{Method} {Path} failed", request.Method, context.Request.Path.Value);
            await RefuseAsync(request, new AwsServiceException(
                "InternalError",
                $"The local cloud failed: {exception.Message} Its log has the details.",
                StatusCodes.Status500InternalServerError));
        }
    }

    private static async Task RefuseAsync(S3Request request, AwsServiceException exception)
    {
        var response = request.Context.Response;
        if (response.HasStarted)
        {
            // Half a body must not look like a whole one.
            request.Context.Abort();
            return;
        }

        response.Headers.ETag = default;
        response.Headers.LastModified = default;
        await S3Xml.WriteErrorAsync(request, exception);
    }

    private Task RouteAsync(S3Request request)
    {
        var subresource = Subresources.FirstOrDefault(request.Has);
        if (access.RequesterOf(request) is null)
        {
            UnkeptHeaders.Refuse(request);
        }
        else if (!IsReadOfObject(request, subresource))
        {
            throw S3Errors.AccessDenied("Access Denied");
        }

        if (request.Bucket is null)
        {
            return request.Method == "GET" ? listings.BucketsAsync(request) : throw S3Errors.MethodNotAllowed();
        }

        if (request.Key is null)
        {
            return RouteBucketAsync(request, subresource);
        }

        S3Request.CheckKey(request.Key);
        return RouteObjectAsync(request, subresource);
    }

    /// <summary>
    /// All that somebody without a key may do, if <see cref="ObjectAccess"/> allows it. The edge signs what everybody asks of it: no listing and no setting
    /// gets out that way, whatever a policy says.
    /// </summary>
    private static bool IsReadOfObject(S3Request request, string? subresource)
        => request is { Method: "GET" or "HEAD", Bucket: not null, Key: not null } && subresource is null;

    private Task RouteBucketAsync(S3Request request, string? subresource) => (request.Method, subresource) switch
    {
        ("PUT", null) => settings.CreateAsync(request),
        ("HEAD", null) => settings.HeadAsync(request),
        ("DELETE", null) => settings.DeleteAsync(request),
        ("GET", null) => listings.ObjectsAsync(request),
        ("GET", "versions") => listings.VersionsAsync(request),
        ("GET", "uploads") => listings.UploadsAsync(request),
        ("POST", "delete") => deletes.DeleteManyAsync(request),
        ("GET", "location") => settings.LocationAsync(request),
        ("GET", "versioning") => settings.VersioningAsync(request),
        ("PUT", "versioning") => settings.PutVersioningAsync(request),
        ("GET", "policy") => settings.PolicyAsync(request),
        ("PUT", "policy") => settings.PutPolicyAsync(request),
        ("DELETE", "policy") => settings.DeletePolicyAsync(request),
        ("GET", "publicAccessBlock") => settings.PublicAccessBlockAsync(request),
        ("PUT", "publicAccessBlock") => settings.PutPublicAccessBlockAsync(request),
        ("DELETE", "publicAccessBlock") => settings.DeletePublicAccessBlockAsync(request),
        ("GET", "policyStatus") => settings.PolicyStatusAsync(request),
        ("GET", "acl") => lists.GetAsync(request),
        ("PUT", "acl") => lists.PutAsync(request),
        ("GET", "tagging") => settings.TagsAsync(request),
        ("PUT", "tagging") => settings.PutTagsAsync(request),
        ("DELETE", "tagging") => settings.DeleteTagsAsync(request),
        ("GET", { } name) when BucketSetting.All.TryGetValue(name, out var setting) => documents.GetAsync(request, setting),
        ("PUT", { } name) when BucketSetting.All.TryGetValue(name, out var setting) => documents.PutAsync(request, setting),
        ("DELETE", { } name) when BucketSetting.All.TryGetValue(name, out var setting) && setting.IsDeletable => documents.DeleteAsync(request, setting),
        _ => throw S3Errors.NotImplemented($"{request.Method} of a bucket{Named(subresource)}"),
    };

    private Task RouteObjectAsync(S3Request request, string? subresource) => (request.Method, subresource) switch
    {
        ("PUT", null) when request.Header("x-amz-copy-source") is not null => writes.CopyAsync(request),
        ("PUT", null) => writes.PutAsync(request),
        ("GET" or "HEAD", null) => reads.GetAsync(request),
        ("DELETE", null) => deletes.DeleteAsync(request),
        ("POST", "uploads") => uploads.CreateAsync(request),
        ("PUT", "uploadId") when request.Header("x-amz-copy-source") is not null => uploads.CopyPartAsync(request),
        ("PUT", "uploadId") => uploads.UploadPartAsync(request),
        ("POST", "uploadId") => uploads.CompleteAsync(request),
        ("DELETE", "uploadId") => uploads.AbortAsync(request),
        ("GET", "uploadId") => listings.PartsAsync(request),
        ("GET", "attributes") => attributes.GetAsync(request),
        ("GET", "acl") => lists.GetAsync(request),
        ("PUT", "acl") => lists.PutAsync(request),
        ("GET", "tagging") => settings.TagsAsync(request),
        ("PUT", "tagging") => settings.PutTagsAsync(request),
        ("DELETE", "tagging") => settings.DeleteTagsAsync(request),
        _ => throw S3Errors.NotImplemented($"{request.Method} of an object{Named(subresource)}"),
    };

    private static string Named(string? subresource) => subresource is null ? "" : $" with ?{subresource}";
}
