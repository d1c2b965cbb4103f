using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Web;
using System.Xml.Linq;

namespace Fairlead.Testing;

/// <summary>
/// Buckets in memory, behind the part of S3's protocol that a deploy speaks: objects by path, conditional writes, lists with prefix and delimiter. It tells
/// its own time in every answer, and verifies no signatures.
/// </summary>
public sealed class MemoryS3(TimeProvider time)
{
    private static readonly string[] Kept = ["Content-Type", "Cache-Control"];
    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, SortedDictionary<string, StoredFile>> _buckets = new(StringComparer.Ordinal);

    /// <summary>Makes a bucket; one that is there stays as it is.</summary>
    public void Create(string bucket) => _buckets.TryAdd(bucket, new SortedDictionary<string, StoredFile>(StringComparer.Ordinal));

    /// <summary>The keys of a bucket, in order.</summary>
    public IReadOnlyList<string> Keys(string bucket)
    {
        lock (_lock)
        {
            return [.. _buckets[bucket].Keys];
        }
    }

    /// <summary>An object; null when there is none.</summary>
    public StoredFile? Find(string bucket, string key)
    {
        lock (_lock)
        {
            return _buckets[bucket].GetValueOrDefault(key);
        }
    }

    /// <summary>Puts an object there, as somebody else would.</summary>
    public void Put(string bucket, string key, string content, string contentType = "application/json")
    {
        lock (_lock)
        {
            _buckets[bucket][key] = new StoredFile(Encoding.UTF8.GetBytes(content), new Dictionary<string, string> { ["Content-Type"] = contentType });
        }
    }

    /// <summary>Takes an object away, as somebody else would.</summary>
    public void Remove(string bucket, string key)
    {
        lock (_lock)
        {
            _buckets[bucket].Remove(key);
        }
    }

    /// <summary>Answers a request whose path begins with a bucket.</summary>
    public ScriptedResponse Answer(RecordedRequest request)
    {
        var (path, query) = request.Path.Split('?', 2) is [var before, var after] ? (before, after) : (request.Path, "");
        var parts = path.TrimStart('/').Split('/', 2);
        var key = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
        lock (_lock)
        {
            var answer = !_buckets.TryGetValue(parts[0], out var bucket) ? Refuse(404, "NoSuchBucket")
                : key.Length == 0 && request.Method == "POST" ? DeleteMany(bucket, request)
                : key.Length == 0 ? List(bucket, HttpUtility.ParseQueryString(query))
                : request.Method switch
                {
                    "PUT" => Put(bucket, key, request),
                    "DELETE" => Delete(bucket, key),
                    _ => bucket.GetValueOrDefault(key)?.ToResponse() ?? Refuse(404, "NoSuchKey"),
                };
            return answer with { Headers = [.. answer.Headers, ("Date", time.GetUtcNow().ToString("R", CultureInfo.InvariantCulture))] };
        }
    }

    private static ScriptedResponse Put(SortedDictionary<string, StoredFile> bucket, string key, RecordedRequest request)
    {
        var headers = request.Headers;
        var there = bucket.GetValueOrDefault(key);
        if (headers.GetValueOrDefault("If-None-Match") == "*" && there is not null)
        {
            return Refuse(412, "PreconditionFailed");
        }

        if (headers.GetValueOrDefault("If-Match") is { } match && match.Trim('"') != there?.ETag)
        {
            return Refuse(412, "PreconditionFailed");
        }

        var content = headers.GetValueOrDefault("x-amz-content-sha256")?.StartsWith("STREAMING-", StringComparison.Ordinal) == true
            ? Chunks(request.Content)
            : request.Content;
        if (headers.GetValueOrDefault("Content-MD5") is { } expected && expected != Convert.ToBase64String(MD5.HashData(content)))
        {
            return Refuse(400, "BadDigest");
        }

        var file = new StoredFile(
            content,
            headers
                .Where(x => Kept.Contains(x.Key, StringComparer.OrdinalIgnoreCase) || x.Key.StartsWith("x-amz-meta-", StringComparison.OrdinalIgnoreCase))
                .ToDictionary(x => x.Key, x => x.Value));
        bucket[key] = file;
        return new ScriptedResponse(200, "", ("ETag", $"\"{file.ETag}\""));
    }

    private static ScriptedResponse Delete(SortedDictionary<string, StoredFile> bucket, string key)
    {
        bucket.Remove(key);
        return new ScriptedResponse(204, "");
    }

    // https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
    private static ScriptedResponse DeleteMany(SortedDictionary<string, StoredFile> bucket, RecordedRequest request)
    {
        foreach (var key in XDocument.Parse(request.Body).Descendants().Where(x => x.Name.LocalName == "Key"))
        {
            bucket.Remove(key.Value);
        }

        return new ScriptedResponse(200, new XElement("DeleteResult").ToString(), ("Content-Type", "application/xml"));
    }

    private static ScriptedResponse List(SortedDictionary<string, StoredFile> bucket, System.Collections.Specialized.NameValueCollection query)
    {
        var prefix = query["prefix"] ?? "";
        var delimiter = query["delimiter"] ?? "";
        var found = bucket.Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal)).ToLookup(
            x => delimiter.Length > 0 && x.Key.IndexOf(delimiter, prefix.Length, StringComparison.Ordinal) is >= 0 and var end
                ? x.Key[..(end + delimiter.Length)]
                : "");
        var result = new XElement(
            "ListBucketResult",
            new XElement("IsTruncated", false),
            found[""].Select(x => new XElement(
                "Contents",
                new XElement("Key", x.Key),
                new XElement("ETag", $"\"{x.Value.ETag}\""),
                new XElement("Size", x.Value.Content.Length))),
            found.Where(x => x.Key.Length > 0).Select(x => new XElement("CommonPrefixes", new XElement("Prefix", x.Key))));
        return new ScriptedResponse(200, result.ToString(), ("Content-Type", "application/xml"));
    }

    private static ScriptedResponse Refuse(int status, string code)
        => new(status, new XElement("Error", new XElement("Code", code)).ToString(), ("Content-Type", "application/xml"));

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
