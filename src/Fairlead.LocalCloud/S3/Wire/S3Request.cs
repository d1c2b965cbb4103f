using System.Globalization;

namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>
/// A request with its bucket and key, path-style or virtual-host style
/// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/VirtualHosting.html). The path is taken raw: keys may hold <c>//</c>, <c>..</c> and an encoded slash.
/// </summary>
internal sealed class S3Request
{
    /// <summary>Of an upload: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html</summary>
    public const int MostParts = 10_000;

    private const int MostKeyBytes = 1024;
    private const string MetaPrefix = "x-amz-meta-";

    public S3Request(HttpContext context, string path)
    {
        Context = context;
        var hostBucket = BucketOfHost(context.Request.Host.Host);
        var resource = path[1..];
        if (hostBucket is null)
        {
            var slash = resource.IndexOf('/');
            Bucket = Decoded(slash < 0 ? resource : resource[..slash]);
            Key = slash < 0 ? null : Decoded(resource[(slash + 1)..]);
        }
        else
        {
            Bucket = hostBucket;
            Key = Decoded(resource);
        }
    }

    public HttpContext Context { get; }

    /// <summary>Null for the service itself.</summary>
    public string? Bucket { get; }

    /// <summary>Null for the bucket itself.</summary>
    public string? Key { get; }

    /// <summary>Has the client been told to send its body? Reading it is what sends <c>100 Continue</c>.</summary>
    public bool BodyWasAskedFor { get; set; }

    public string Method => Context.Request.Method;

    public CancellationToken Aborted => Context.RequestAborted;

    public bool Has(string parameter) => Context.Request.Query.ContainsKey(parameter);

    /// <summary>A query parameter, null when absent.</summary>
    public string? Query(string parameter) => Context.Request.Query.TryGetValue(parameter, out var values) ? values.ToString() : null;

    /// <summary>The region in the credential scope of the signature; null when there is none.</summary>
    public string? SigningRegion
    {
        get
        {
            const string credential = "Credential=";
            var text = Header("Authorization") is { } header && header.IndexOf(credential, StringComparison.Ordinal) is var start and >= 0
                ? header[(start + credential.Length)..].Split(',', 2)[0]
                : Query("X-Amz-Credential");
            return text?.Split('/') is { Length: >= 5 } parts && parts[^3].Length > 0 ? parts[^3] : null;
        }
    }

    public string? VersionId => Query("versionId") is { Length: > 0 } id ? id : null;

    /// <summary>A header, null when absent or empty.</summary>
    public string? Header(string name)
        => Context.Request.Headers.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } value ? value : null;

    /// <summary>The bound of https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-keys.html</summary>
    public static void CheckKey(string key)
    {
        if (System.Text.Encoding.UTF8.GetByteCount(key) > MostKeyBytes)
        {
            throw S3Errors.KeyTooLong();
        }
    }

    /// <summary>A number from 0, cut off at <paramref name="most"/>.</summary>
    /// <param name="parameter">Of the query.</param>
    /// <param name="most">The highest.</param>
    /// <param name="fallback">Without the parameter; null for the highest.</param>
    public int MaxOf(string parameter, int most = 1000, int? fallback = null)
    {
        var text = Query(parameter);
        if (string.IsNullOrEmpty(text))
        {
            return fallback ?? most;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value))
        {
            throw S3Errors.InvalidArgument($"Provided {parameter} not an integer or within integer range");
        }

        return value < 0 ? throw S3Errors.InvalidArgument($"Argument {parameter} must be an integer between 0 and 2147483647") : Math.Min(value, most);
    }

    public int PartNumber()
        => int.TryParse(Query("partNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostParts
            ? number
            : throw S3Errors.InvalidArgument("Part number must be an integer between 1 and 10000, inclusive");

    /// <summary>A header that holds a time; null when absent or, as in HTTP, when it is not a time.</summary>
    public DateTimeOffset? Time(string header)
        => DateTimeOffset.TryParse(Header(header), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    /// <summary><c>x-amz-meta-*</c>, by the name behind that prefix.</summary>
    public Dictionary<string, string> UserMetadata()
        => Context.Request.Headers
            .Where(x => x.Key.StartsWith(MetaPrefix, StringComparison.OrdinalIgnoreCase))
            .ToDictionary(x => x.Key[MetaPrefix.Length..].ToLowerInvariant(), x => x.Value.ToString(), StringComparer.Ordinal);

    /// <summary><c>bucket.localhost</c>, also with the <c>s3.</c> and region labels that some clients put between.</summary>
    private static string? BucketOfHost(string host)
    {
        const string suffix = ".localhost";
        if (!host.EndsWith(suffix, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var name = host[..^suffix.Length];
        if (name == "s3" || name.StartsWith("s3.", StringComparison.Ordinal))
        {
            return null;
        }

        var service = name.LastIndexOf(".s3", StringComparison.Ordinal);
        return service > 0 && (service + 3 == name.Length || name[service + 3] == '.') ? name[..service] : name;
    }

    private static string? Decoded(string text) => text.Length == 0 ? null : Uri.UnescapeDataString(text);
}
