using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.S3;
using Fairlead.Aws;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

/// <summary>
/// A bucket in memory behind S3's protocol, with a clock of its own: objects by path, conditional writes, listings in pages. Keeps a log of requests.
/// Every machine has a client of its own, so that one can be cut off.
/// </summary>
internal sealed class LedgerBucket(TimeProvider clock) : IDisposable
{
    public const string Name = "ledger-bucket";
    public const string Prefix = "fairlead";
    private readonly SortedDictionary<string, StoredItem> _items = new(StringComparer.Ordinal);
    private readonly List<string> _requests = [];
    private readonly List<AwsClients> _clients = [];
    private readonly Lock _lock = new();

    /// <summary>How many names a page of a listing has; S3 has 1,000.</summary>
    public int PageSize { get; init; } = 1000;

    /// <summary>False for a store that tells no time.</summary>
    public bool TellsTime { get; set; } = true;

    /// <summary>Called before a request is carried out, with what it asks; what it throws, the client gets in place of an answer.</summary>
    public Action<string>? Before { get; set; }

    /// <summary>Called after a request was carried out; what it throws, the client gets in place of the answer.</summary>
    public Action<string>? After { get; set; }

    /// <summary><c>GET fairlead/current.json</c>, in the order in which they came.</summary>
    public IReadOnlyList<string> Requests
    {
        get
        {
            lock (_lock)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>The keys below the ledger's prefix.</summary>
    public IReadOnlyList<string> Keys
    {
        get
        {
            lock (_lock)
            {
                return [.. _items.Keys.Select(x => x[(Prefix.Length + 1)..])];
            }
        }
    }

    public string this[string name]
    {
        get
        {
            lock (_lock)
            {
                return Encoding.UTF8.GetString(_items[$"{Prefix}/{name}"].Content);
            }
        }

        set
        {
            lock (_lock)
            {
                _items[$"{Prefix}/{name}"] = NewItem(Encoding.UTF8.GetBytes(value), [("Content-Type", "application/json"), ("Cache-Control", "no-store")]);
            }
        }
    }

    public void Remove(string name)
    {
        lock (_lock)
        {
            _items.Remove($"{Prefix}/{name}");
        }
    }

    public void Forget()
    {
        lock (_lock)
        {
            _requests.Clear();
        }
    }

    public IAmazonS3 Client()
    {
        var clients = new AwsClients(new AwsOptions
        {
            Region = "eu-central-1",
            EndpointUrl = new Uri("http://s3.test/"),
            Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
            Handler = _ => new Handler(this),
        });
        lock (_lock)
        {
            _clients.Add(clients);
        }

        return clients.S3;
    }

    /// <summary>Records a release, as a deploy long ago did: its manifest, and copies of its entry points on demand.</summary>
    public void Record(ReleaseManifest manifest)
        => this[$"releases/{manifest.Release}.json"] = Encoding.UTF8.GetString(LedgerStore.ToBytes(manifest, ReleaseJson.Readable.ReleaseManifest));

    /// <summary>Makes a release the current one.</summary>
    public void Point(ReleaseManifest manifest)
        => this["current.json"] = Encoding.UTF8.GetString(LedgerStore.ToBytes(
            new CurrentRelease(manifest.Release, manifest.Content, manifest.Finished), ReleaseJson.Readable.CurrentRelease));

    public Ledger Ledger() => new(Client(), Name, Prefix);

    public void Dispose() => _clients.ForEach(x => x.Dispose());

    private DateTimeOffset Now => clock.GetUtcNow();

    private StoredItem NewItem(byte[] content, IReadOnlyList<(string Name, string Value)> headers)
        => new(content, $"\"{Convert.ToHexStringLower(MD5.HashData(content))}\"", headers, Now);

    private HttpResponseMessage Answer(string method, string key, HttpRequestMessage request, byte[] content)
    {
        var item = _items.GetValueOrDefault(key);
        switch (method)
        {
            case "LIST":
                return List(HttpUtility.ParseQueryString(request.RequestUri!.Query));
            case "PUT":
                if ((request.Headers.IfNoneMatch.Count > 0 && item is not null)
                    || (Header(request, "If-Match") is { } match && match.Trim('"') != item?.ETag.Trim('"')))
                {
                    return item is null ? Refuse(HttpStatusCode.NotFound, "NoSuchKey") : Refuse(HttpStatusCode.PreconditionFailed, "PreconditionFailed");
                }

                _items[key] = item = NewItem(content, Kept(request));
                return new HttpResponseMessage(HttpStatusCode.OK) { Headers = { ETag = EntityTagHeaderValue.Parse(item.ETag) } };
            case "DELETE":
                _items.Remove(key);
                return new HttpResponseMessage(HttpStatusCode.NoContent);
            default:
                return item is null ? Refuse(HttpStatusCode.NotFound, "NoSuchKey") : item.ToResponse();
        }
    }

    private HttpResponseMessage List(System.Collections.Specialized.NameValueCollection query)
    {
        var (prefix, delimiter) = (query["prefix"] ?? "", query["delimiter"] ?? "");
        var after = query["continuation-token"] ?? query["start-after"] ?? "";
        var size = Math.Min(PageSize, int.Parse(query["max-keys"] ?? "1000", CultureInfo.InvariantCulture));

        // A name, or all names with the same folder as one, in the order of their text.
        var found = _items.Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Select(x => (Item: x.Value, Name: delimiter.Length > 0 && x.Key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var end
                ? x.Key[..(end + 1)]
                : x.Key, x.Key))
            .DistinctBy(x => x.Name)
            .Where(x => string.CompareOrdinal(x.Name, after) > 0)
            .ToList();
        var page = found.Take(size).ToList();
        var result = new XElement(
            "ListBucketResult",
            new XElement("IsTruncated", found.Count > size),
            found.Count > size ? new XElement("NextContinuationToken", page[^1].Name) : null,
            page.Where(x => x.Name == x.Key).Select(x => new XElement("Contents", new XElement("Key", x.Key), new XElement("Size", x.Item.Content.Length))),
            page.Where(x => x.Name != x.Key).Select(x => new XElement("CommonPrefixes", new XElement("Prefix", x.Name))));
        return new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent(result.ToString(), Encoding.UTF8, "application/xml") };
    }

    private static HttpResponseMessage Refuse(HttpStatusCode status, string code)
        => new(status) { Content = new StringContent(new XElement("Error", new XElement("Code", code)).ToString(), Encoding.UTF8, "application/xml") };

    private static string? Header(HttpRequestMessage request, string name)
        => request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;

    private static List<(string Name, string Value)> Kept(HttpRequestMessage request)
        =>
        [
            .. request.Headers.NonValidated.Concat(request.Content!.Headers.NonValidated)
                .Where(x => x.Key is "Content-Type" or "Cache-Control" || x.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
                .Select(x => (x.Key, x.Value.ToString())),
        ];

    private sealed record StoredItem(
        byte[] Content, string ETag, IReadOnlyList<(string Name, string Value)> Headers, DateTimeOffset LastModified)
    {
        public HttpResponseMessage ToResponse()
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(Content) };
            foreach (var (name, value) in Headers)
            {
                _ = response.Headers.TryAddWithoutValidation(name, value) || response.Content.Headers.TryAddWithoutValidation(name, value);
            }

            response.Headers.ETag = EntityTagHeaderValue.Parse(ETag);
            response.Content.Headers.LastModified = LastModified;
            return response;
        }
    }

    private sealed class Handler(LedgerBucket bucket) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var content = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            if (Header(request, "x-amz-content-sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true)
            {
                content = Chunks(content);
            }

            var key = Uri.UnescapeDataString(request.RequestUri!.AbsolutePath)[(Name.Length + 1)..].TrimStart('/');
            var method = key.Length == 0 ? "LIST" : request.Method.Method;
            var what = $"{method} {key}".TrimEnd();
            bucket.Before?.Invoke(what);
            HttpResponseMessage response;
            lock (bucket._lock)
            {
                bucket._requests.Add(what);
                response = bucket.Answer(method, key, request, content);
                if (bucket.TellsTime)
                {
                    response.Headers.Date = bucket.Now;
                }
            }

            bucket.After?.Invoke(what);
            response.RequestMessage = request;
            return response;
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
    }
}
