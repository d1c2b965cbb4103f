using System.Globalization;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>GetObject and HeadObject.</summary>
internal sealed class ObjectReads(S3Store store, ObjectAccess access)
{
    /// <summary>The current version of a key or the named one; a delete marker counts as absent unless it is named.</summary>
    public static ObjectVersion Choose(BucketIndex index, string key, string? versionId)
    {
        var versions = index.Versions(key);
        return versionId is null
            ? versions.FirstOrDefault() is { IsDeleteMarker: false } current ? current : throw S3Errors.NoSuchKey()
            : versions.FirstOrDefault(x => x.VersionId == versionId) ?? throw S3Errors.NoSuchVersion();
    }

    /// <summary>The version that a request names, which is not a delete marker.</summary>
    public static ObjectVersion Find(S3Store store, S3Request request)
    {
        var version = store.Bucket(request.Bucket!).Read(index => Choose(index, request.Key!, request.VersionId));
        return version.IsDeleteMarker ? throw S3Errors.MethodNotAllowed() : version;
    }

    /// <summary>
    /// Do the conditions of a request hold? <c>If-Match</c> outranks <c>If-Unmodified-Since</c> and <c>If-None-Match</c> outranks
    /// <c>If-Modified-Since</c>, as in RFC 9110. The headers of a copy have the prefix <c>x-amz-copy-source-</c>.
    /// </summary>
    public static bool Holds(S3Request request, ObjectVersion version, string prefix = "")
        => IsUnchanged(request, version, prefix) && IsNews(request, version, prefix);

    public async Task GetAsync(S3Request request)
    {
        if (request.Header(Encryption.Header) is not null)
        {
            throw S3Errors.InvalidArgument($"The {Encryption.Header} header is not supported for this operation");
        }

        var bucket = store.Bucket(request.Bucket!);
        var content = Open(request, bucket, out var version);
        await using (content)
        {
            var response = request.Context.Response;
            if (!IsUnchanged(request, version, ""))
            {
                throw S3Errors.PreconditionFailed();
            }

            ObjectHeaders.Write(request, version, bucket.Configuration.Versioning is not null);
            if (!IsNews(request, version, ""))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.Remove("Content-Type");
                return;
            }

            var range = Range(request, version);
            if (request.Header("x-amz-checksum-mode")?.Equals("ENABLED", StringComparison.OrdinalIgnoreCase) == true)
            {
                ObjectHeaders.WriteChecksum(request, ChecksumOf(request, version, range));
            }

            var (start, length) = range ?? new ByteRange(0, version.Size);
            if (range is not null)
            {
                response.StatusCode = StatusCodes.Status206PartialContent;
                response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes {start}-{start + length - 1}/{version.Size}");
            }

            response.ContentLength = length;
            if (!HttpMethods.IsHead(request.Method))
            {
                await SendAsync(content, start, length, response, request.Aborted);
            }
        }
    }

    private Stream Open(S3Request request, Bucket bucket, out ObjectVersion version)
    {
        var versionId = request.VersionId;
        return bucket.Open(index =>
        {
            var versions = index.Versions(request.Key!);
            var found = versionId is null ? versions.FirstOrDefault() : versions.FirstOrDefault(x => x.VersionId == versionId);
            access.CheckRead(request, bucket.Configuration, found is { IsDeleteMarker: true } && versionId is null ? null : found);
            if (found is { IsDeleteMarker: true } marker)
            {
                request.Context.Response.Headers["x-amz-delete-marker"] = "true";
                request.Context.Response.Headers["x-amz-version-id"] = marker.VersionId;
                throw versionId is null ? S3Errors.NoSuchKey() : S3Errors.MethodNotAllowed();
            }

            return Choose(index, request.Key!, versionId);
        }, out version);
    }

    private static ByteRange? Range(S3Request request, ObjectVersion version)
    {
        if (request.Has("partNumber"))
        {
            return PartRange(request, version);
        }

        var range = ByteRange.Parse(request.Header("Range"), version.Size, out var satisfiable);
        if (!satisfiable)
        {
            request.Context.Response.Headers.ContentRange = string.Create(CultureInfo.InvariantCulture, $"bytes */{version.Size}");
            throw new AwsServiceException("InvalidRange", "The requested range is not satisfiable", StatusCodes.Status416RangeNotSatisfiable);
        }

        return range;
    }

    private static ByteRange? PartRange(S3Request request, ObjectVersion version)
    {
        var number = request.PartNumber();
        if (number > version.Parts.Count)
        {
            throw new AwsServiceException("InvalidPartNumber", "The requested partnumber is not satisfiable", StatusCodes.Status416RangeNotSatisfiable);
        }

        if (!version.IsMultipart)
        {
            return null;
        }

        request.Context.Response.Headers["x-amz-mp-parts-count"] = version.Parts.Count.ToString(CultureInfo.InvariantCulture);
        return new ByteRange(version.Parts.Take(number - 1).Sum(x => x.Size), version.Parts[number - 1].Size);
    }

    /// <summary>Of what is sent: the whole, or a part by its number. A range of bytes has none.</summary>
    private static ObjectChecksum? ChecksumOf(S3Request request, ObjectVersion version, ByteRange? range)
        => range is null ? version.Checksum
            : request.Has("partNumber") && version.Checksum is { } whole ? whole with { Value = version.Parts[request.PartNumber() - 1].Checksum }
            : null;

    private static bool IsUnchanged(S3Request request, ObjectVersion version, string prefix)
        => request.Header(prefix + "If-Match") is { } list
            ? ObjectHeaders.Names(list, version.ETag)
            : request.Time(prefix + "If-Unmodified-Since") is not { } time || version.LastModified <= time;

    private static bool IsNews(S3Request request, ObjectVersion version, string prefix)
        => request.Header(prefix + "If-None-Match") is { } list
            ? !ObjectHeaders.Names(list, version.ETag)
            : request.Time(prefix + "If-Modified-Since") is not { } time || version.LastModified > time;

    private static async Task SendAsync(Stream content, long start, long length, HttpResponse response, CancellationToken cancellationToken)
    {
        const int step = 64 * 1024;
        content.Position = start;
        while (length > 0)
        {
            var buffer = response.BodyWriter.GetMemory((int)Math.Min(step, length));
            var count = await content.ReadAsync(buffer[..(int)Math.Min(buffer.Length, length)], cancellationToken);
            if (count == 0)
            {
                throw new EndOfStreamException("The content of the object ended early.");
            }

            response.BodyWriter.Advance(count);
            length -= count;
            await response.BodyWriter.FlushAsync(cancellationToken);
        }
    }
}
