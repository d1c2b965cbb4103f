using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront.Policies;

/// <summary>Policies between their XML and their records (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CachePolicyConfig.html,
/// …/API_OriginRequestPolicyConfig.html).</summary>
internal static class PolicyXml
{
    /// <exception cref="AwsServiceException">InvalidArgument.</exception>
    public static CachePolicy ParseCachePolicy(XElement config)
    {
        var minimum = Seconds(config, "MinTTL") ?? throw Invalid("The parameter MinTTL is required.");
        var standard = Seconds(config, "DefaultTTL") ?? TimeSpan.FromSeconds(Math.Max(86_400, minimum.TotalSeconds));
        var maximum = Seconds(config, "MaxTTL") ?? TimeSpan.FromSeconds(Math.Max(31_536_000, standard.TotalSeconds));
        if (minimum > standard || standard > maximum)
        {
            throw Invalid("The parameters MinTTL, DefaultTTL and MaxTTL must not be smaller than one another, in this order.");
        }

        var policy = new CachePolicy(minimum, standard, maximum);
        return Child(config, "ParametersInCacheKeyAndForwardedToOrigin") is not { } key
            ? policy
            : policy with
            {
                Gzip = Flag(key, "EnableAcceptEncodingGzip"),
                Brotli = Flag(key, "EnableAcceptEncodingBrotli"),
                Headers = Parse(key, "Header", "none", "whitelist"),
                Cookies = Parse(key, "Cookie", "none", "whitelist", "allExcept", "all"),
                QueryStrings = Parse(key, "QueryString", "none", "whitelist", "allExcept", "all"),
            };
    }

    /// <exception cref="AwsServiceException">InvalidArgument.</exception>
    public static OriginRequestPolicy ParseOriginRequestPolicy(XElement config) => new(
        Parse(config, "Header", "none", "whitelist", "allViewer", "allViewerAndWhitelistCloudFront", "allExcept"),
        Parse(config, "Cookie", "none", "whitelist", "allExcept", "all"),
        Parse(config, "QueryString", "none", "whitelist", "allExcept", "all"));

    public static XElement Write(string name, CachePolicy policy) => CloudFrontXml.Element(
        "CachePolicyConfig",
        CloudFrontXml.Element("Comment", ""),
        CloudFrontXml.Element("Name", name),
        CloudFrontXml.Element("DefaultTTL", (long)policy.DefaultTtl.TotalSeconds),
        CloudFrontXml.Element("MaxTTL", (long)policy.MaxTtl.TotalSeconds),
        CloudFrontXml.Element("MinTTL", (long)policy.MinTtl.TotalSeconds),
        CloudFrontXml.Element(
            "ParametersInCacheKeyAndForwardedToOrigin",
            CloudFrontXml.Element("EnableAcceptEncodingGzip", policy.Gzip),
            CloudFrontXml.Element("EnableAcceptEncodingBrotli", policy.Brotli),
            Write("Header", policy.Headers, "all"),
            Write("Cookie", policy.Cookies, "all"),
            Write("QueryString", policy.QueryStrings, "all")));

    public static XElement Write(string name, OriginRequestPolicy policy) => CloudFrontXml.Element(
        "OriginRequestPolicyConfig",
        CloudFrontXml.Element("Comment", ""),
        CloudFrontXml.Element("Name", name),
        Write("Header", policy.Headers, "allViewer"),
        Write("Cookie", policy.Cookies, "all"),
        Write("QueryString", policy.QueryStrings, "all"));

    private static XElement Write(string subject, Selection selection, string all) => CloudFrontXml.Element(
        $"{subject}sConfig",
        CloudFrontXml.Element($"{subject}Behavior", (selection.IsExclusion, selection.Listed.Count > 0) switch
        {
            (true, true) => "allExcept",
            (true, false) => all,
            (false, true) => "whitelist",
            (false, false) => "none",
        }),
        selection.Listed.Count == 0
            ? null
            : CloudFrontXml.Element(
                $"{subject}s",
                CloudFrontXml.Element("Quantity", selection.Listed.Count),
                CloudFrontXml.Element("Items", selection.Listed.Select(x => CloudFrontXml.Element("Name", x)))));

    /// <summary>Such as <c>CookiesConfig</c> with <c>CookieBehavior</c> and the list <c>Cookies</c>.</summary>
    private static Selection Parse(XElement parent, string subject, params string[] allowed)
    {
        var config = Child(parent, $"{subject}sConfig") ?? throw Invalid($"The parameter {subject}sConfig is required.");
        var behavior = Child(config, $"{subject}Behavior")?.Value ?? "";
        var names = Child(config, $"{subject}s") is { } list ? Child(list, "Items")?.Elements().Select(x => x.Value).ToArray() ?? [] : [];
        if (!allowed.Contains(behavior))
        {
            throw Invalid($"The parameter {subject}Behavior must be one of {string.Join(", ", allowed)}, not '{behavior}'.");
        }

        return behavior switch
        {
            "none" => Selection.None,
            "all" or "allViewer" => Selection.All,

            // The headers that CloudFront adds itself are not modelled; those of the viewer are all there.
            "allViewerAndWhitelistCloudFront" => Selection.All,
            _ when names.Length == 0 => throw Invalid($"The parameter {subject}s must name something when {subject}Behavior is {behavior}."),
            "allExcept" => Selection.AllExcept(names),
            _ => Selection.Only(names),
        };
    }

    private static XElement? Child(XElement parent, string name) => parent.Element(DistributionXml.Namespace + name);

    private static bool Flag(XElement parent, string name) => string.Equals(Child(parent, name)?.Value, "true", StringComparison.OrdinalIgnoreCase);

    private static TimeSpan? Seconds(XElement parent, string name) => Child(parent, name)?.Value is not { Length: > 0 } text ? null
        : long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= 315_360_000_000 ? TimeSpan.FromSeconds(seconds)
        : throw Invalid($"The parameter {name} is not a number of seconds: {text}");

    private static AwsServiceException Invalid(string message) => new("InvalidArgument", message);
}
