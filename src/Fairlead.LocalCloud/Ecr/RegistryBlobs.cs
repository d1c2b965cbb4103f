using System.Globalization;
using System.Net.Http.Headers;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>Blobs and uploads of the distribution API.</summary>
internal sealed class RegistryBlobs(EcrRepositories repositories, BlobStore blobs)
{
    public async Task HandleAsync(HttpContext context, string name, string digest)
    {
        if (!Digest.IsValid(digest))
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"'{digest}' is not a sha256 digest.");
        }

        if (!repositories.HasBlob(name, digest))
        {
            throw new RegistryException(StatusCodes.Status404NotFound, "BLOB_UNKNOWN", $"The repository '{name}' has no blob {digest}.", digest);
        }

        context.Response.Headers["Docker-Content-Digest"] = digest;
        switch (context.Request.Method)
        {
            case "HEAD":
                context.Response.ContentType = "application/octet-stream";
                context.Response.Headers.AcceptRanges = "bytes";
                context.Response.ContentLength = blobs.Size(digest);
                return;
            case "GET":
                await SendAsync(context, digest);
                return;
            case "DELETE":
                Delete(name, digest);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            default:
                throw NotAllowed(context);
        }
    }

    public async Task HandleUploadAsync(HttpContext context, string name, string id)
    {
        try
        {
            var handling = (context.Request.Method, id.Length > 0) switch
            {
                ("POST", false) => StartAsync(context, name),
                ("PATCH", true) => AppendAsync(context, name, Known(id)),
                ("PUT", true) => FinishAsync(context, name, Known(id)),
                ("GET", true) => ShowAsync(context, name, Known(id)),
                ("DELETE", true) => CancelAsync(context, Known(id)),
                _ => throw NotAllowed(context),
            };
            await handling;
        }
        catch (FileNotFoundException)
        {
            throw UnknownUpload();
        }
        catch (UploadPositionException exception)
        {
            context.Response.Headers.Location = $"/v2/{name}/blobs/uploads/{id}";
            context.Response.Headers.Range = RangeOf(exception.Length);
            throw new RegistryException(
                StatusCodes.Status416RangeNotSatisfiable,
                "BLOB_UPLOAD_INVALID",
                $"The chunk begins elsewhere: the upload ends at {exception.Length}.");
        }
    }

    /// <summary>A digest from the query.</summary>
    private static string DigestOf(HttpContext context, string parameter)
        => context.Request.Query[parameter].ToString() is var digest && Digest.IsValid(digest)
            ? digest
            : throw new RegistryException(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"'{digest}' is not a sha256 digest.", digest);

    private string Known(string id) => blobs.HasUpload(id) ? id : throw UnknownUpload();

    private static RegistryException UnknownUpload() => new(
        StatusCodes.Status404NotFound,
        "BLOB_UPLOAD_UNKNOWN",
        "The upload is not known: it was finished, or cancelled, or cut off by a restart. Start it again.");

    private void Delete(string name, string digest) => repositories.Drop<bool>(name, x =>
    {
        if (x.IsReferred(digest))
        {
            throw new RegistryException(
                StatusCodes.Status405MethodNotAllowed,
                "UNSUPPORTED",
                $"{digest} belongs to an image of the repository. Delete the image instead.",
                digest);
        }

        return (x.Blobs.Remove(digest), [digest]);
    });

    private async Task StartAsync(HttpContext context, string name)
    {
        var query = context.Request.Query;
        if (query.ContainsKey("mount"))
        {
            var mount = DigestOf(context, "mount");
            if (repositories.Mount(name, query["from"].ToString() is { Length: > 0 } from ? from : null, mount))
            {
                WriteCreated(context, name, mount);
                return;
            }
        }

        if (query.ContainsKey("digest"))
        {
            _ = DigestOf(context, "digest");
            await FinishAsync(context, name, blobs.StartUpload());
            return;
        }

        WriteProgress(context, name, blobs.StartUpload(), StatusCodes.Status202Accepted);
    }

    private async Task AppendAsync(HttpContext context, string name, string id)
    {
        await blobs.AppendAsync(id, Start(context), context.Request.Body, context.RequestAborted);
        WriteProgress(context, name, id, StatusCodes.Status202Accepted);
    }

    private async Task FinishAsync(HttpContext context, string name, string id)
    {
        var digest = DigestOf(context, "digest");
        await blobs.AppendAsync(id, Start(context), context.Request.Body, context.RequestAborted);
        if (!await repositories.CommitAsync(name, id, digest, context.RequestAborted))
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"What was uploaded is not {digest}. Upload it again.", digest);
        }

        WriteCreated(context, name, digest);
    }

    private Task ShowAsync(HttpContext context, string name, string id)
    {
        WriteProgress(context, name, id, StatusCodes.Status204NoContent);
        return Task.CompletedTask;
    }

    private async Task CancelAsync(HttpContext context, string id)
    {
        await blobs.CancelUploadAsync(id, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    /// <summary>Where a chunk begins, from <c>Content-Range: FIRST-LAST</c>; null when it does not say.</summary>
    private static long? Start(HttpContext context)
    {
        var range = context.Request.Headers.ContentRange.ToString();
        return range.Length == 0 ? null
            : long.TryParse(
                range.Replace("bytes ", "", StringComparison.Ordinal).Split('-', 2)[0],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var start) ? start
            : throw new RegistryException(
                StatusCodes.Status416RangeNotSatisfiable,
                "BLOB_UPLOAD_INVALID",
                $"'{range}' is not FIRST-LAST, the bytes of the chunk.");
    }

    private static string RangeOf(long length) => $"0-{Math.Max(0, length - 1)}";

    private void WriteProgress(HttpContext context, string name, string id, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = $"/v2/{name}/blobs/uploads/{id}";
        context.Response.Headers.Range = RangeOf(blobs.UploadSize(id));
        context.Response.Headers["Docker-Upload-UUID"] = id;
        context.Response.ContentLength = status == StatusCodes.Status202Accepted ? 0 : null;
    }

    private static void WriteCreated(HttpContext context, string name, string digest)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = $"/v2/{name}/blobs/{digest}";
        context.Response.Headers["Docker-Content-Digest"] = digest;
        context.Response.ContentLength = 0;
    }

    private async Task SendAsync(HttpContext context, string digest)
    {
        await using var content = blobs.OpenRead(digest);
        var (response, length) = (context.Response, content.Length);
        response.ContentType = "application/octet-stream";
        response.Headers.AcceptRanges = "bytes";
        var (from, count) = (0L, length);
        if (RangeHeaderValue.TryParse(context.Request.Headers.Range, out var header) && header is { Unit: "bytes", Ranges.Count: 1 })
        {
            var range = header.Ranges.Single();
            from = range.From ?? Math.Max(0, length - range.To!.Value);
            var to = range.From is null ? length - 1 : Math.Min(range.To ?? long.MaxValue, length - 1);
            if (from >= length)
            {
                response.Headers.ContentRange = $"bytes */{length}";
                throw new RegistryException(StatusCodes.Status416RangeNotSatisfiable, "SIZE_INVALID", $"The blob has {length} bytes.");
            }

            count = to - from + 1;
            response.StatusCode = StatusCodes.Status206PartialContent;
            response.Headers.ContentRange = $"bytes {from}-{to}/{length}";
        }

        response.ContentLength = count;
        await response.SendFileAsync(content.Name, from, count, context.RequestAborted);
    }

    private static RegistryException NotAllowed(HttpContext context)
        => new(StatusCodes.Status405MethodNotAllowed, "UNSUPPORTED", $"{context.Request.Method} is not possible here.");
}
