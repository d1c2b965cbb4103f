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
                if (repositories.Read(name, x => x.Manifests.Values.Any(m => m.References.Contains(digest))))
                {
                    throw new RegistryException(
                        StatusCodes.Status405MethodNotAllowed,
                        "UNSUPPORTED",
                        $"{digest} belongs to an image of the repository. Delete the image instead.",
                        digest);
                }

                repositories.UnlinkBlob(name, digest);
                context.Response.StatusCode = StatusCodes.Status202Accepted;
                return;
            default:
                throw NotAllowed(context);
        }
    }

    public Task HandleUploadAsync(HttpContext context, string name, string id)
    {
        if (id.Length == 0)
        {
            return HttpMethods.IsPost(context.Request.Method) ? StartAsync(context, name) : throw NotAllowed(context);
        }

        if (!blobs.HasUpload(id))
        {
            throw new RegistryException(
                StatusCodes.Status404NotFound,
                "BLOB_UPLOAD_UNKNOWN",
                "The upload is not known: it was finished, or cancelled, or cut off by a restart. Start it again.");
        }

        switch (context.Request.Method)
        {
            case "PATCH":
                return AppendAsync(context, name, id);
            case "PUT":
                return FinishAsync(context, name, id);
            case "GET":
                WriteProgress(context, name, id, StatusCodes.Status204NoContent);
                return Task.CompletedTask;
            case "DELETE":
                blobs.CancelUpload(id);
                context.Response.StatusCode = StatusCodes.Status204NoContent;
                return Task.CompletedTask;
            default:
                throw NotAllowed(context);
        }
    }

    private async Task StartAsync(HttpContext context, string name)
    {
        var query = context.Request.Query;
        var (mount, from) = (query["mount"].ToString(), query["from"].ToString());
        if (Digest.IsValid(mount) && (from.Length > 0 ? repositories.HasBlob(from, mount) : repositories.Names().Any(x => repositories.HasBlob(x, mount))))
        {
            repositories.LinkBlob(name, mount);
            WriteCreated(context, name, mount);
            return;
        }

        var id = blobs.StartUpload();
        if (query["digest"].ToString() is { Length: > 0 })
        {
            await FinishAsync(context, name, id);
            return;
        }

        WriteProgress(context, name, id, StatusCodes.Status202Accepted);
    }

    private async Task AppendAsync(HttpContext context, string name, string id)
    {
        CheckRange(context, name, id);
        await blobs.AppendAsync(id, context.Request.Body, context.RequestAborted);
        WriteProgress(context, name, id, StatusCodes.Status202Accepted);
    }

    private async Task FinishAsync(HttpContext context, string name, string id)
    {
        var digest = context.Request.Query["digest"].ToString();
        if (!Digest.IsValid(digest))
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"'{digest}' is not a sha256 digest.", digest);
        }

        CheckRange(context, name, id);
        await blobs.AppendAsync(id, context.Request.Body, context.RequestAborted);
        if (!await blobs.CommitAsync(id, digest, context.RequestAborted))
        {
            throw new RegistryException(StatusCodes.Status400BadRequest, "DIGEST_INVALID", $"What was uploaded is not {digest}. Upload it again.", digest);
        }

        repositories.LinkBlob(name, digest);
        WriteCreated(context, name, digest);
    }

    /// <summary>A chunk with <c>Content-Range: FIRST-LAST</c> must begin where the upload ends.</summary>
    private void CheckRange(HttpContext context, string name, string id)
    {
        var range = context.Request.Headers.ContentRange.ToString();
        if (range.Length == 0)
        {
            return;
        }

        var first = range.Replace("bytes ", "", StringComparison.Ordinal).Split('-', 2)[0];
        if (!long.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var start) || start != blobs.UploadSize(id))
        {
            WriteProgress(context, name, id, StatusCodes.Status416RangeNotSatisfiable);
            throw new RegistryException(
                StatusCodes.Status416RangeNotSatisfiable,
                "BLOB_UPLOAD_INVALID",
                $"The chunk begins at {first}, the upload ends at {blobs.UploadSize(id)}.");
        }
    }

    private void WriteProgress(HttpContext context, string name, string id, int status)
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = $"/v2/{name}/blobs/uploads/{id}";
        context.Response.Headers.Range = $"0-{Math.Max(0, blobs.UploadSize(id) - 1)}";
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
