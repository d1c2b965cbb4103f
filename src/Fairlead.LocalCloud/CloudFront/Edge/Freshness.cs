using System.Globalization;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// How long a response may be given out without asking the origin
/// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html; for errors …/HTTPStatusCodes.html).
/// </summary>
/// <param name="Store">The edge keeps it, be it only to ask the origin whether it still holds.</param>
/// <param name="Lifetime">Zero: the origin is asked every time.</param>
/// <param name="MayServeStale">An expired copy may stand in for an origin that does not answer.</param>
internal sealed record Freshness(bool Store, TimeSpan Lifetime, bool MayServeStale)
{
    private static readonly Freshness Never = new(false, TimeSpan.Zero, false);
    private static readonly int[] ErrorsAlwaysKept = [404, 414, 500, 501, 502, 503, 504];
    private static readonly int[] ErrorsKeptWhenTold = [400, 403, 405, 412, 415];

    public static Freshness OfContent(CachePolicy policy, string? cacheControl, string? expires, DateTimeOffset now)
    {
        if (!policy.Caches)
        {
            return Never;
        }

        var directives = Directives(cacheControl);
        var mayServeStale = !(directives.TryGetValue("stale-if-error", out var staleIfError) && staleIfError == "0");

        // A minimum above zero wins over no-cache, no-store and private: that is CloudFront's rule, and often a surprise.
        if (directives.ContainsKey("no-store") || directives.ContainsKey("private"))
        {
            return policy.MinTtl > TimeSpan.Zero ? new Freshness(true, policy.MinTtl, mayServeStale) : Never;
        }

        if (directives.ContainsKey("no-cache"))
        {
            return new Freshness(true, policy.MinTtl, mayServeStale);
        }

        var asked = Seconds(directives, "s-maxage") ?? Seconds(directives, "max-age") ?? Until(expires, now);
        var lifetime = asked is { } told
            ? Clamp(told, policy.MinTtl, policy.MaxTtl)
            : Clamp(policy.DefaultTtl, policy.MinTtl, policy.MaxTtl);
        return new Freshness(true, lifetime, mayServeStale);
    }

    /// <summary>Errors are kept whatever the cache policy says, for the longer of the configured time and what the origin tells.</summary>
    public static Freshness OfError(int status, CustomErrorResponse? configured, string? cacheControl)
    {
        var directives = Directives(cacheControl);
        var told = Seconds(directives, "s-maxage") ?? Seconds(directives, "max-age");
        if (!ErrorsAlwaysKept.Contains(status) && !(ErrorsKeptWhenTold.Contains(status) && (told is not null || configured is not null)))
        {
            return Never;
        }

        var minimum = configured?.ErrorCachingMinTtl ?? TimeSpan.FromSeconds(10);
        var lifetime = told is { } longer && longer > minimum ? longer : minimum;
        return lifetime > TimeSpan.Zero ? new Freshness(true, lifetime, false) : Never;
    }

    private static Dictionary<string, string> Directives(string? cacheControl)
    {
        var directives = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in (cacheControl ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2, StringSplitOptions.TrimEntries);
            directives.TryAdd(pair[0], pair.Length == 2 ? pair[1].Trim('"') : "");
        }

        return directives;
    }

    /// <summary>Bounded to a hundred years: a TimeSpan ends before a number of ten digits does.</summary>
    private static TimeSpan? Seconds(Dictionary<string, string> directives, string name)
        => directives.TryGetValue(name, out var text) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, DistributionXml.MostSeconds))
            : null;

    private static TimeSpan? Until(string? expires, DateTimeOffset now) => expires is null
        ? null
        : DateTimeOffset.TryParse(expires, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) && time > now ? time - now
            : TimeSpan.Zero;

    private static TimeSpan Clamp(TimeSpan value, TimeSpan min, TimeSpan max) => value < min ? min : value > max ? max : value;
}
