using System.Globalization;
using System.Text;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Operations;
using Fairlead.LocalCloud.S3.Storage;
using Microsoft.AspNetCore.WebUtilities;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>The headers that describe an object, read from a request and written to a response.</summary>
internal static class ObjectHeaders
{
    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html</summary>
    private const int MostUserMetadataBytes = 2048;

    private const int MostTags = 10;

    private static readonly string[] Kept =
    [
        "content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires",
        "x-amz-storage-class", "x-amz-website-redirect-location", Encryption.Header, Encryption.KeyHeader,
    ];

    /// <summary>https://docs.aws.amazon.com/AmazonS3/latest/userguide/storage-class-intro.html</summary>
    private static readonly string[] StorageClasses =
    [
        "STANDARD", "REDUCED_REDUNDANCY", "STANDARD_IA", "ONEZONE_IA", "INTELLIGENT_TIERING", "GLACIER", "GLACIER_IR", "DEEP_ARCHIVE",
    ];

    private static readonly string[] Overridable = ["content-type", "cache-control", "content-disposition", "content-encoding", "content-language", "expires"];

    /// <summary>What a new object of the bucket is sent with.</summary>
    public static ObjectMetadata Read(S3Request request, BucketConfiguration bucket)
    {
        var acl = AccessControlLists.Read(request, bucket);
        var headers = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var name in Kept)
        {
            var value = name == "content-encoding" ? ContentEncoding(request) : request.Header(name);
            if (value is not null && (name, value) is not ("x-amz-storage-class", "STANDARD"))
            {
                headers[name] = value;
            }
        }

        if (headers.TryGetValue("x-amz-storage-class", out var storageClass) && !StorageClasses.Contains(storageClass))
        {
            throw new AwsServiceException("InvalidStorageClass", "The storage class you specified is not valid");
        }

        Encryption.Apply(headers, bucket);
        headers.TryAdd("content-type", "binary/octet-stream");
        var user = request.UserMetadata();
        return user.Sum(x => Encoding.UTF8.GetByteCount(x.Key) + Encoding.UTF8.GetByteCount(x.Value)) > MostUserMetadataBytes
            ? throw new AwsServiceException("MetadataTooLarge", "Your metadata headers exceed the maximum allowed metadata size")
            : new ObjectMetadata { Headers = headers, User = user, Acl = acl };
    }

    public static Dictionary<string, string>? ReadTags(S3Request request)
        => request.Header("x-amz-tagging") is { } text
            ? CheckTags(QueryHelpers.ParseQuery(text).SelectMany(x => x.Value.Select(value => KeyValuePair.Create(x.Key, value ?? ""))))
            : null;

    /// <summary>The bounds of https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-tagging.html. Null when there are none.</summary>
    public static Dictionary<string, string>? CheckTags(IEnumerable<KeyValuePair<string, string>> tags, int most = MostTags)
    {
        var checkedTags = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in tags)
        {
            if (key.Length is 0 or > 128)
            {
                throw new AwsServiceException("InvalidTag", "The TagKey you have provided is invalid");
            }

            if (value.Length > 256)
            {
                throw new AwsServiceException("InvalidTag", "The TagValue you have provided is invalid");
            }

            if (!checkedTags.TryAdd(key, value))
            {
                throw new AwsServiceException("InvalidTag", "Cannot provide multiple Tags with the same key");
            }
        }

        return checkedTags.Count > most
            ? throw new AwsServiceException("BadRequest", $"Object tags cannot be greater than {most}")
            : checkedTags.Count == 0 ? null : checkedTags;
    }

    public static void Write(S3Request request, ObjectVersion version, bool isVersioned)
    {
        var response = request.Context.Response.Headers;
        foreach (var (name, value) in version.Metadata.Headers)
        {
            response[name] = Sendable(value);
        }

        foreach (var (name, value) in version.Metadata.User)
        {
            response["x-amz-meta-" + name] = Sendable(value);
        }

        foreach (var name in Overridable)
        {
            if (request.Query("response-" + name) is { } value)
            {
                response[name] = Sendable(value);
            }
        }

        response.ETag = Quoted(version.ETag);
        response.LastModified = version.LastModified.ToString("R", CultureInfo.InvariantCulture);
        response.AcceptRanges = "bytes";
        if (isVersioned)
        {
            response["x-amz-version-id"] = version.VersionId;
        }

        if (version.Tags is { Count: > 0 } tags)
        {
            response["x-amz-tagging-count"] = tags.Count.ToString(CultureInfo.InvariantCulture);
        }
    }

    /// <summary>How what was just written is encrypted, as S3 says at every write.</summary>
    public static void WriteEncryption(S3Request request, ObjectMetadata metadata)
    {
        foreach (var name in new[] { Encryption.Header, Encryption.KeyHeader })
        {
            if (metadata.Headers.TryGetValue(name, out var value))
            {
                request.Context.Response.Headers[name] = value;
            }
        }
    }

    public static void WriteChecksum(S3Request request, ObjectChecksum? checksum)
    {
        if (checksum is not null)
        {
            request.Context.Response.Headers["x-amz-checksum-" + checksum.Algorithm.ToLowerInvariant()] = checksum.Value;
            request.Context.Response.Headers["x-amz-checksum-type"] = checksum.Type;
        }
    }

    public static string Quoted(string etag) => $"\"{etag}\"";

    public static string Unquoted(string etag) => etag.Trim().Trim('"');

    /// <summary>Does an ETag stand in a list like <c>"a", W/"b"</c> or <c>*</c>?</summary>
    public static bool Names(string list, string etag)
        => list.Split(',', StringSplitOptions.TrimEntries).Any(x => x == "*" || Unquoted(x.StartsWith("W/", StringComparison.Ordinal) ? x[2..] : x) == etag);

    private static string? ContentEncoding(S3Request request)
    {
        const string framing = "aws-chunked";
        if (request.Header("Content-Encoding") is not { } sent || !sent.Contains(framing, StringComparison.OrdinalIgnoreCase))
        {
            return request.Header("Content-Encoding");
        }

        var codings = sent.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(x => !x.Equals(framing, StringComparison.OrdinalIgnoreCase))
            .ToArray();
        return codings.Length > 0 ? string.Join(", ", codings) : null;
    }

    /// <summary>What is not printable ASCII goes out as RFC 2047 has it, as S3 does:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingMetadata.html</summary>
    private static string Sendable(string value)
        => value.All(x => x is >= ' ' and < '\x7f') ? value : $"=?UTF-8?B?{Convert.ToBase64String(Encoding.UTF8.GetBytes(value))}?=";
}
