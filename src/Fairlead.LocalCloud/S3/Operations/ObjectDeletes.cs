using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>DeleteObject and DeleteObjects.</summary>
internal sealed class ObjectDeletes(S3Store store)
{
    private const int MostKeys = 1000;

    /// <summary>As many keys of 1,024 bytes, each byte escaped, are some way below this.</summary>
    private const int MostDocumentBytes = 16 * 1024 * 1024;

    /// <summary>To leave these out would be to delete what the client wants to keep.</summary>
    private static readonly (string Header, string Element)[] DirectoryConditions =
    [
        ("x-amz-if-match-last-modified-time", "LastModifiedTime"),
        ("x-amz-if-match-size", "Size"),
    ];

    public Task DeleteAsync(S3Request request)
    {
        if (DirectoryConditions.FirstOrDefault(x => request.Header(x.Header) is not null).Header is { } header)
        {
            throw S3Errors.NotImplemented($"{header}, which S3 has for directory buckets alone");
        }

        var bucket = store.Bucket(request.Bucket!);
        var condition = Condition(request.Key!, request.VersionId, request.Header("If-Match"));
        var deleted = bucket.Delete(request.Key!, request.VersionId, condition, store.Now);
        var response = request.Context.Response;
        response.StatusCode = StatusCodes.Status204NoContent;
        if (bucket.Configuration.Versioning is not null && (deleted?.VersionId ?? request.VersionId) is { } versionId)
        {
            response.Headers["x-amz-version-id"] = versionId;
        }

        if (deleted?.IsDeleteMarker == true)
        {
            response.Headers["x-amz-delete-marker"] = "true";
        }

        return Task.CompletedTask;
    }

    public async Task DeleteManyAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        if (!RequestBody.HasDigest(request))
        {
            throw S3Errors.InvalidRequest("Missing required header for this request: Content-MD5 OR x-amz-checksum-*");
        }

        var document = await S3Xml.ReadAsync(request, "Delete", MostDocumentBytes);
        var isQuiet = document.Value("Quiet") is "true";
        var entries = document.All("Object").ToArray();
        if (entries.Length is 0 or > MostKeys)
        {
            throw S3Errors.MalformedXml();
        }

        var result = S3Xml.Element("DeleteResult");
        foreach (var entry in entries)
        {
            var key = entry.Value("Key") is { Length: > 0 } named ? named : throw S3Errors.MalformedXml();
            var versionId = entry.Value("VersionId") is { Length: > 0 } id ? id : null;
            try
            {
                S3Request.CheckKey(key);
                if (DirectoryConditions.FirstOrDefault(x => entry.Value(x.Element) is not null).Element is { } element)
                {
                    throw S3Errors.NotImplemented($"{element}, which S3 has for directory buckets alone");
                }

                var deleted = bucket.Delete(key, versionId, Condition(key, versionId, entry.Value("ETag")), store.Now);
                if (!isQuiet)
                {
                    result.Add(Deleted(key, versionId, deleted));
                }
            }
            catch (AwsServiceException exception)
            {
                result.Add(S3Xml.Element("Error",
                    S3Xml.Element("Key", key),
                    versionId is null ? null : S3Xml.Element("VersionId", versionId),
                    ProtocolErrors.CodeAndMessage(exception, S3Xml.Namespace)));
            }
        }

        await S3Xml.WriteAsync(request, result);
    }

    /// <summary>Of the current version alone: https://docs.aws.amazon.com/AmazonS3/latest/userguide/conditional-deletes.html</summary>
    private static WriteCondition? Condition(string key, string? versionId, string? etag)
        => string.IsNullOrEmpty(etag) ? null
            : versionId is null ? new WriteCondition(key, MustBeAbsent: false, ObjectHeaders.Unquoted(etag))
            : throw S3Errors.NotImplemented("a condition on the delete of a named version, as S3 does not");

    private static XElement Deleted(string key, string? versionId, ObjectVersion? deleted)
        => S3Xml.Element("Deleted",
            S3Xml.Element("Key", key),
            versionId is null ? null : S3Xml.Element("VersionId", versionId),
            deleted?.IsDeleteMarker == true
                ? new object[] { S3Xml.Element("DeleteMarker", "true"), S3Xml.Element("DeleteMarkerVersionId", deleted.VersionId) }
                : null);
}
