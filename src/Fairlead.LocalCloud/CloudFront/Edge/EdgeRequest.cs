using System.Text;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Access.Signatures;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>A viewer's request once it is clear which behaviour of which distribution it is for.</summary>
internal sealed partial record EdgeRequest
{
    private EdgeRequest(EdgeDistribution distribution, CacheBehavior behavior, string path, IHeaderDictionary headers, string query)
    {
        Distribution = distribution;
        Behavior = behavior;
        Policy = BehaviorPolicy.Of(behavior, distribution.Policies);
        Origin = distribution.Config.Origins.First(x => x.Id == behavior.TargetOriginId);
        Path = path;
        Headers = headers;
        Query = Filter(query, name => Policy.Cache.QueryStrings.Contains(name) || Policy.OriginRequest.QueryStrings.Contains(name));
        IsPresigned = Origin.Bucket is not null && RequestSignature.IsIn(new QueryCollection(QueryHelpers.ParseQuery(Query)));
        AcceptEncoding = NormalizedEncodings(headers[HeaderNames.AcceptEncoding].ToString(), Policy.Cache);
        Key = new CacheKey(distribution.Id, path, Filter(query, Policy.Cache.QueryStrings.Contains), Variant());
    }

    public EdgeDistribution Distribution { get; }

    public CacheBehavior Behavior { get; }

    public BehaviorPolicy Policy { get; }

    public Origin Origin { get; }

    /// <summary>How CloudFront signs for the origin.</summary>
    public OriginSigning Signing => Distribution.Signing.GetValueOrDefault(Origin.Id);

    /// <summary>After the default root object and the viewer-request function; percent-encoded.</summary>
    public string Path { get; }

    /// <summary>What of the query string goes to the origin.</summary>
    public string Query { get; }

    /// <summary>A bucket is asked with a signature of the viewer's own, in the query that goes to it.</summary>
    public bool IsPresigned { get; }

    public IHeaderDictionary Headers { get; }

    /// <summary>Of <c>br</c> and <c>gzip</c>, those that the viewer takes and the policy allows; empty for none.</summary>
    public string AcceptEncoding { get; }

    public CacheKey Key { get; }

    public CustomErrorResponse? CustomError(int status) => Distribution.Config.CustomErrorResponses.FirstOrDefault(x => x.ErrorCode == status);

    public static EdgeRequest Of(EdgeDistribution distribution, HttpRequest request)
    {
        // The server has resolved dot segments in Path; the raw target has not, and could leave the bucket. A percent sign that is in it now was encoded, and
        // is again: sent as it is, %252e would arrive as %2e, and be a dot segment at the next server.
        var path = new PathString(DecodedPercent().Replace(request.Path.Value ?? "", "%25")).ToUriComponent() is { Length: > 0 } given ? given : "/";
        return Of(distribution, path, request.Headers, request.QueryString.Value?.TrimStart('?') ?? "");
    }

    /// <summary>The page that the distribution shows in place of an error.</summary>
    public EdgeRequest ForErrorPage(string path) => Of(Distribution, path, new HeaderDictionary { [HeaderNames.AcceptEncoding] = Headers.AcceptEncoding }, "");

    private static EdgeRequest Of(EdgeDistribution distribution, string path, IHeaderDictionary headers, string query)
    {
        var config = distribution.Config;
        if (path == "/" && config.DefaultRootObject.Length > 0)
        {
            path = "/" + config.DefaultRootObject;
        }

        var behavior = config.CacheBehaviors.FirstOrDefault(x => PathPattern.Matches(x.PathPattern, path)) ?? config.DefaultCacheBehavior;
        return new EdgeRequest(distribution, behavior, ViewerRequestFunction.Rewrite(behavior, path), headers, query);
    }

    /// <summary>Every percent sign but that of a slash, which the server leaves encoded.</summary>
    [GeneratedRegex("%(?!2[Ff])")]
    private static partial Regex DecodedPercent();

    private string Variant()
    {
        var variant = new StringBuilder(AcceptEncoding);
        foreach (var name in Policy.Cache.Headers.Names)
        {
            variant.Append('\n').Append(name.ToLowerInvariant()).Append(':').Append(Headers[name].ToString());
        }

        variant.Append('\n').Append(CookieHeader(Headers.Cookie.ToString(), Policy.Cache.Cookies.Contains));

        // What a viewer may read by his own signature, or may not, is nobody else's answer, whatever the cache policy names.
        return (IsPresigned ? variant.Append('\n').Append(Query) : variant).ToString();
    }

    /// <summary>The cookies with the wanted names, as a Cookie header; empty for none.</summary>
    public static string CookieHeader(string header, Func<string, bool> wanted) => string.Join("; ", header
        .Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Where(x => wanted(x.Split('=', 2)[0])));

    private static string Filter(string query, Func<string, bool> wanted) => string.Join('&', query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Where(x => wanted(Uri.UnescapeDataString(x.Split('=', 2)[0]))));

    private static string NormalizedEncodings(string acceptEncoding, CachePolicy policy)
    {
        var accepted = acceptEncoding.Split(',', StringSplitOptions.TrimEntries)
            .Select(x => x.Split(';', StringSplitOptions.TrimEntries))
            .Where(x => !x.Skip(1).Any(q => q.Replace(" ", "", StringComparison.Ordinal) is "q=0" or "q=0.0" or "q=0.00" or "q=0.000"))
            .Select(x => x[0])
            .ToArray();
        string[] encodings = [
            .. policy.Brotli && Takes("br") ? ["br"] : Array.Empty<string>(),
            .. policy.Gzip && Takes("gzip") ? ["gzip"] : Array.Empty<string>()
        ];
        return string.Join(',', encodings);

        bool Takes(string encoding) => accepted.Contains(encoding, StringComparer.OrdinalIgnoreCase);
    }
}
