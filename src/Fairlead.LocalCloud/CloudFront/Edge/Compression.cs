using System.IO.Compression;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// Which responses the edge compresses, and how (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/ServingCompressedFiles.html):
/// 1,000 to 10,000,000 bytes, of a type that gains by it, not compressed by the origin.
/// </summary>
internal static class Compression
{
    private static readonly HashSet<string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        "application/dash+xml", "application/eot", "application/font", "application/font-sfnt", "application/javascript", "application/json",
        "application/opentype", "application/otf", "application/pdf", "application/pkcs7-mime", "application/protobuf", "application/rss+xml",
        "application/truetype", "application/ttf", "application/vnd.apple.mpegurl", "application/vnd.mapbox-vector-tile", "application/vnd.ms-fontobject",
        "application/wasm", "application/xhtml+xml", "application/xml", "application/x-font-opentype", "application/x-font-truetype", "application/x-font-ttf",
        "application/x-httpd-cgi", "application/x-javascript", "application/x-mpegurl", "application/x-opentype", "application/x-otf", "application/x-perl",
        "application/x-ttf", "font/eot", "font/opentype", "font/otf", "font/ttf", "image/svg+xml", "text/css", "text/csv", "text/html", "text/javascript",
        "text/js", "text/plain", "text/richtext", "text/tab-separated-values", "text/xml", "text/x-component", "text/x-java-source", "text/x-script",
        "vnd.apple.mpegurl",
    };

    /// <summary>The response in the best encoding that the viewer takes, or the response itself.</summary>
    public static StoredResponse Apply(StoredResponse response, string acceptEncoding)
    {
        var type = response.Header("Content-Type")?.Split(';', 2)[0].Trim() ?? "";
        if (acceptEncoding.Length == 0
            || response.Status is not (200 or 403 or 404)
            || response.Body.Length is < 1000 or > 10_000_000
            || response.Header("Content-Encoding") is not null
            || response.Header("Content-Length") is null
            || !Types.Contains(type))
        {
            return response;
        }

        var encoding = acceptEncoding.Split(',')[0];
        using var compressed = new MemoryStream();
        using (Stream compressor = encoding == "br"
                   ? new BrotliStream(compressed, CompressionLevel.Fastest, leaveOpen: true)
                   : new GZipStream(compressed, CompressionLevel.Optimal, leaveOpen: true))
        {
            compressor.Write(response.Body);
        }

        List<KeyValuePair<string, string>> headers =
        [
            .. response.Headers.Where(x => !x.Key.Equals("ETag", StringComparison.OrdinalIgnoreCase)
                && !x.Key.Equals("Accept-Ranges", StringComparison.OrdinalIgnoreCase)),
            KeyValuePair.Create("Content-Encoding", encoding),
        ];
        if (response.OriginETag is { } etag)
        {
            headers.Add(KeyValuePair.Create("ETag", etag.StartsWith("W/", StringComparison.Ordinal) ? etag : "W/" + etag));
        }

        if (!headers.Any(x => x.Key.Equals("Vary", StringComparison.OrdinalIgnoreCase)))
        {
            headers.Add(KeyValuePair.Create("Vary", "Accept-Encoding"));
        }

        return response with { Body = compressed.ToArray(), Headers = headers };
    }
}
