using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Fairlead.IntegrationTests.Releases;

/// <summary>
/// An S3 in this process that knows what radosgw 16 knows: it refuses uploads with a checksum behind the content,
/// ignores checksums in headers, verifies a Content-MD5, and compares
/// <c>If-Match</c> with the ETag without quotes. It does not verify signatures. All of that was seen on a real one.
/// </summary>
internal sealed class StrictS3 : IAsyncDisposable
{
    private const string SignedChunks = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";
    private static readonly string[] Kept = ["Content-Type", "Cache-Control"];
    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, SortedDictionary<string, Entry>> _buckets = new(StringComparer.Ordinal);

    private StrictS3(WebApplication application) => _application = application;

    public Uri Url => new(_application.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());

    public static async Task<StrictS3> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrel(x => x.Listen(IPAddress.Loopback, 0));
        builder.Logging.ClearProviders();
        var store = new StrictS3(builder.Build());
        store._application.Run(store.AnswerAsync);
        await store._application.StartAsync();
        return store;
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        var path = request.Path.Value!.TrimStart('/').Split('/', 2);
        var body = new MemoryStream();
        await request.Body.CopyToAsync(body, context.RequestAborted);
        if (path.Length < 2 || path[1].Length == 0)
        {
            await (request.Method == "PUT" ? CreateAsync()
                : _buckets.TryGetValue(path[0], out var listed) ? ListAsync(context, listed)
                : RefuseAsync(context, 404, "NoSuchBucket"));
            return;
        }

        if (!_buckets.TryGetValue(path[0], out var bucket))
        {
            await RefuseAsync(context, 404, "NoSuchBucket");
            return;
        }

        await (request.Method switch
        {
            "PUT" => PutAsync(context, bucket, path[1], body.ToArray()),
            "DELETE" => DeleteAsync(context, bucket, path[1]),
            _ => GetAsync(context, bucket, path[1]),
        });

        Task CreateAsync()
        {
            _buckets.TryAdd(path[0], new SortedDictionary<string, Entry>(StringComparer.Ordinal));
            return Task.CompletedTask;
        }
    }

    private Task PutAsync(HttpContext context, SortedDictionary<string, Entry> bucket, string key, byte[] body)
    {
        var headers = context.Request.Headers;
        var payload = headers["x-amz-content-sha256"].ToString();
        if (headers.ContainsKey("x-amz-trailer") || (payload.StartsWith("STREAMING-", StringComparison.Ordinal) && payload != SignedChunks))
        {
            return RefuseAsync(context, 400, "XAmzContentSHA256Mismatch");
        }

        var content = payload == SignedChunks ? Chunks(body) : body;
        var md5 = MD5.HashData(content);
        if (headers.ContentMD5.ToString() is { Length: > 0 } expected && expected != Convert.ToBase64String(md5))
        {
            return RefuseAsync(context, 400, "BadDigest");
        }

        var kept = headers
            .Where(x => Kept.Contains(x.Key, StringComparer.OrdinalIgnoreCase) || x.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
            .ToDictionary(x => x.Key, x => x.Value.ToString());
        lock (bucket)
        {
            bucket.TryGetValue(key, out var there);
            if ((headers.IfNoneMatch == "*" && there is not null) || (headers.IfMatch.ToString() is { Length: > 0 } match && match != there?.ETag))
            {
                return RefuseAsync(context, 412, "PreconditionFailed");
            }

            bucket[key] = new Entry(content, Convert.ToHexStringLower(md5), kept);
        }

        context.Response.Headers.ETag = $"\"{Convert.ToHexStringLower(md5)}\"";
        return Task.CompletedTask;
    }

    private static Task DeleteAsync(HttpContext context, SortedDictionary<string, Entry> bucket, string key)
    {
        lock (bucket)
        {
            bucket.Remove(key);
        }

        context.Response.StatusCode = 204;
        return Task.CompletedTask;
    }

    private static async Task GetAsync(HttpContext context, SortedDictionary<string, Entry> bucket, string key)
    {
        Entry? entry;
        lock (bucket)
        {
            bucket.TryGetValue(key, out entry);
        }

        if (entry is null)
        {
            await RefuseAsync(context, 404, "NoSuchKey");
            return;
        }

        foreach (var (name, value) in entry.Headers)
        {
            context.Response.Headers[name] = value;
        }

        context.Response.Headers.ETag = $"\"{entry.ETag}\"";
        context.Response.ContentLength = entry.Content.Length;
        if (context.Request.Method == "GET")
        {
            await context.Response.Body.WriteAsync(entry.Content, context.RequestAborted);
        }
    }

    private static Task ListAsync(HttpContext context, SortedDictionary<string, Entry> bucket)
    {
        var prefix = context.Request.Query["prefix"].ToString();
        var delimiter = context.Request.Query["delimiter"].ToString();
        XElement result;
        lock (bucket)
        {
            result = new XElement(
                "ListBucketResult",
                new XElement("IsTruncated", false),
                bucket.Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal)
                    && (delimiter.Length == 0 || !x.Key[prefix.Length..].Contains(delimiter, StringComparison.Ordinal))).Select(x => new XElement(
                    "Contents",
                    new XElement("Key", x.Key),
                    new XElement("ETag", $"\"{x.Value.ETag}\""),
                    new XElement("Size", x.Value.Content.Length))));
        }

        context.Response.ContentType = "application/xml";
        return context.Response.WriteAsync(result.ToString(), context.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext context, int status, string code)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/xml";
        return context.Request.Method == "HEAD"
            ? Task.CompletedTask
            : context.Response.WriteAsync(new XElement("Error", new XElement("Code", code)).ToString(), context.RequestAborted);
    }

    /// <summary><c>5;chunk-signature=…\r\nhello\r\n0;chunk-signature=…\r\n\r\n</c></summary>
    private static byte[] Chunks(byte[] body)
    {
        var content = new MemoryStream();
        for (var position = 0; ;)
        {
            var end = position + body.AsSpan(position).IndexOf("\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString(body[position..end]).Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            if (length == 0)
            {
                return content.ToArray();
            }

            content.Write(body, end + 2, length);
            position = end + 2 + length + 2;
        }
    }

    private sealed record Entry(byte[] Content, string ETag, IReadOnlyDictionary<string, string> Headers);
}
