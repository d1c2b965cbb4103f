using System.Globalization;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>Writes a whole response to a viewer: conditions, a single range, HEAD.</summary>
internal static class ViewerResponse
{
    private static readonly string[] NotWithoutBody = ["Content-Type", "Content-Encoding", "Content-Length", "Content-Range", "Content-Language"];

    /// <param name="context">The viewer.</param>
    /// <param name="response">What the cache or the origin has.</param>
    /// <param name="cache">Hit, Miss, RefreshHit or Error.</param>
    /// <param name="age">Time in the cache; null writes no Age header.</param>
    public static async Task WriteAsync(HttpContext context, StoredResponse response, string cache, TimeSpan? age)
    {
        var target = context.Response;
        CopyHeaders(target, response.Headers);
        target.Headers.ContentLength = null;
        AddEdgeHeaders(target, response.IsError ? "Error" : cache);
        if (age is { } inCache)
        {
            target.Headers.Age = ((long)Math.Max(0, inCache.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (response.Status == StatusCodes.Status200OK && IsNotModified(context.Request, response))
        {
            foreach (var name in NotWithoutBody)
            {
                target.Headers.Remove(name);
            }

            target.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        target.StatusCode = response.Status;
        var body = response.Body.AsMemory();
        if (response.Status == StatusCodes.Status200OK)
        {
            target.Headers.AcceptRanges = "bytes";
            if (Range(context.Request, response) is { } range)
            {
                if (range.Length == 0)
                {
                    target.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                    target.Headers.ContentRange = $"bytes */{body.Length}";
                    target.ContentLength = 0;
                    return;
                }

                target.StatusCode = StatusCodes.Status206PartialContent;
                target.Headers.ContentRange = $"bytes {range.Start}-{range.Start + range.Length - 1}/{body.Length}";
                body = body.Slice(range.Start, range.Length);
            }
        }

        if (response.Status is StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
        {
            return;
        }

        target.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await target.Body.WriteAsync(body, context.RequestAborted);
        }
    }

    public static void CopyHeaders(HttpResponse target, IEnumerable<KeyValuePair<string, string>> headers)
    {
        foreach (var group in headers.GroupBy(x => x.Key, StringComparer.OrdinalIgnoreCase))
        {
            target.Headers[group.Key] = new StringValues([.. group.Select(x => x.Value)]);
        }
    }

    public static void AddEdgeHeaders(HttpResponse target, string cache)
    {
        target.Headers["X-Cache"] = $"{cache} from cloudfront";
        target.Headers.Via = OriginClient.Via;
        target.Headers["X-Amz-Cf-Pop"] = "LOCAL50-C1";
        target.Headers["X-Amz-Cf-Id"] = Guid.NewGuid().ToString("N");
    }

    private static bool IsNotModified(HttpRequest request, StoredResponse response)
    {
        if (request.Headers.IfNoneMatch is { Count: > 0 } conditions)
        {
            var etag = response.Header(HeaderNames.ETag);
            return etag is not null && conditions.ToString().Split(',', StringSplitOptions.TrimEntries).Any(x => x == "*" || Strong(x) == Strong(etag));
        }

        return Time(request.Headers.IfModifiedSince.ToString()) is { } since
               && Time(response.Header(HeaderNames.LastModified)) is { } modified
               && modified <= since;
    }

    /// <summary>The part that is asked for; empty when there is no such part, null for the whole: no
    /// range, several ranges, or If-Range does not hold.</summary>
    private static (int Start, int Length)? Range(HttpRequest request, StoredResponse response)
    {
        if (!RangeHeaderValue.TryParse(request.Headers.Range.ToString(), out var header) || header.Unit != "bytes" || header.Ranges.Count != 1)
        {
            return null;
        }

        var condition = request.Headers.IfRange.ToString();
        if (condition.Length > 0
            && condition != response.Header(HeaderNames.LastModified)
            && (condition.StartsWith("W/", StringComparison.Ordinal) || condition != response.Header(HeaderNames.ETag)))
        {
            return null;
        }

        var range = header.Ranges.First();
        long length = response.Body.Length;
        var start = range.From ?? Math.Max(0, length - range.To!.Value);
        var end = range.From is null ? length - 1 : Math.Min(range.To ?? length - 1, length - 1);
        return start >= length || end < start ? (0, 0) : ((int)start, (int)(end - start + 1));
    }

    private static string Strong(string etag) => etag.StartsWith("W/", StringComparison.Ordinal) ? etag[2..] : etag;

    private static DateTimeOffset? Time(string? text)
        => DateTimeOffset.TryParseExact(text, "r", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;
}
