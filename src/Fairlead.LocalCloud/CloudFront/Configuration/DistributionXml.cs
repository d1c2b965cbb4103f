using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Edge;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront.Configuration;

/// <summary>DistributionConfig between its XML and its record. Lists are <c>Quantity</c> and <c>Items</c>.</summary>
internal static class DistributionXml
{
    /// <summary>A hundred years, in seconds: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/Expiration.html.</summary>
    public const long MostSeconds = 3_153_600_000;

    // DownloadDistValuesOrigin on https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesOrigin.html; a larger quota may be asked for.
    private const long MostReadTimeout = 3600;
    private const long MostPort = 65535;
    private const long MostStatus = 999;

    public static readonly XNamespace Namespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    /// <exception cref="AwsServiceException">Something that CloudFront insists on is missing or contradicts itself.</exception>
    public static DistributionConfig Parse(XElement xml)
    {
        var config = new DistributionConfig
        {
            CallerReference = Required(xml, "CallerReference"),
            Comment = Text(xml, "Comment") ?? "",
            Enabled = Flag(xml, "Enabled"),
            DefaultRootObject = (Text(xml, "DefaultRootObject") ?? "").TrimStart('/'),
            Aliases = [.. Items(xml, "Aliases").Select(x => x.Value)],
            Origins = [.. Items(xml, "Origins").Select(ParseOrigin)],
            DefaultCacheBehavior = ParseBehavior(Child(xml, "DefaultCacheBehavior") ?? throw Invalid("The parameter DefaultCacheBehavior is required.")),
            CacheBehaviors = [.. Items(xml, "CacheBehaviors").Select(ParseBehavior)],
            CustomErrorResponses = [.. Items(xml, "CustomErrorResponses").Select(ParseErrorResponse)],
        };
        Check(config);
        return config;
    }

    /// <summary>The configuration as a client gets it: what it sent, and CloudFront's own values where it sent none.</summary>
    public static XElement Complete(XElement xml)
    {
        var complete = new XElement(Namespace + "DistributionConfig", xml.Elements());
        Add("Aliases", Empty());
        Add("DefaultRootObject", "");
        Add("OriginGroups", Empty());
        Add("CacheBehaviors", Empty());
        Add("CustomErrorResponses", Empty());
        Add("Comment", "");
        Add("Logging", Elements(("Enabled", "false"), ("IncludeCookies", "false"), ("Bucket", ""), ("Prefix", "")));
        Add("PriceClass", "PriceClass_All");
        Add("ViewerCertificate", Elements(("CloudFrontDefaultCertificate", "true"), ("MinimumProtocolVersion", "TLSv1"), ("CertificateSource", "cloudfront")));
        Add("Restrictions", new XElement(Namespace + "GeoRestriction", Elements(("RestrictionType", "none"), ("Quantity", "0"))));
        Add("WebACLId", "");
        Add("HttpVersion", "http2");
        Add("IsIPV6Enabled", "true");
        Add("ContinuousDeploymentPolicyId", "");
        Add("Staging", "false");
        return complete;

        void Add(string name, object content)
        {
            if (complete.Element(Namespace + name) is null)
            {
                complete.Add(new XElement(Namespace + name, content));
            }
        }
    }

    public static XElement Write(DistributionConfig config) => new(
        Namespace + "DistributionConfig",
        Element("CallerReference", config.CallerReference),
        List("Aliases", config.Aliases.Select(x => Element("CNAME", x))),
        Element("DefaultRootObject", config.DefaultRootObject),
        List("Origins", config.Origins.Select(WriteOrigin)),
        WriteBehavior("DefaultCacheBehavior", config.DefaultCacheBehavior),
        List("CacheBehaviors", config.CacheBehaviors.Select(x => WriteBehavior("CacheBehavior", x))),
        List("CustomErrorResponses", config.CustomErrorResponses.Select(x => Element(
            "CustomErrorResponse",
            Element("ErrorCode", x.ErrorCode),
            Element("ResponsePagePath", x.ResponsePagePath ?? ""),
            Element("ResponseCode", x.ResponseCode?.ToString(CultureInfo.InvariantCulture) ?? ""),
            Element("ErrorCachingMinTTL", (long)x.ErrorCachingMinTtl.TotalSeconds)))),
        Element("Comment", config.Comment),
        Element("Enabled", config.Enabled));

    /// <summary>
    /// Gives an origin that reads its bucket by no right yet an access control, where <see cref="Write"/> would put it.
    /// </summary>
    /// <returns>False when there is nothing to do.</returns>
    public static bool AddAccessControl(XElement xml, string originId, string accessControlId)
    {
        var origin = Items(xml, "Origins").FirstOrDefault(x => Text(x, "Id") == originId);
        if (origin is null || ParseOrigin(origin) is not { AccessControlId: null, AccessIdentity: null })
        {
            return false;
        }

        origin.Elements(Namespace + "OriginAccessControlId").Remove();
        origin.Add(Element("OriginAccessControlId", accessControlId));
        return true;
    }

    private static Origin ParseOrigin(XElement xml)
    {
        var custom = Child(xml, "CustomOriginConfig");
        var bucket = Child(xml, "S3OriginConfig");
        return new Origin
        {
            Id = Required(xml, "Id"),
            DomainName = Required(xml, "DomainName"),
            OriginPath = Text(xml, "OriginPath") ?? "",
            HttpPort = custom is null ? null : (int)Number(custom, "HTTPPort", 80, MostPort),
            ReadTimeout = TimeSpan.FromSeconds(custom is null ? 30 : Number(custom, "OriginReadTimeout", 30, MostReadTimeout)),
            CustomHeaders = [.. Items(xml, "CustomHeaders").Select(x => KeyValuePair.Create(Required(x, "HeaderName"), Text(x, "HeaderValue") ?? ""))],
            AccessControlId = Text(xml, "OriginAccessControlId"),
            AccessIdentity = bucket is null ? null : Text(bucket, "OriginAccessIdentity"),
        };
    }

    private static XElement WriteOrigin(Origin origin) => Element(
        "Origin",
        Element("Id", origin.Id),
        Element("DomainName", origin.DomainName),
        Element("OriginPath", origin.OriginPath),
        List("CustomHeaders", origin.CustomHeaders.Select(x => Element("OriginCustomHeader", Element("HeaderName", x.Key), Element("HeaderValue", x.Value)))),
        origin.HttpPort is { } port
            ? Element(
                "CustomOriginConfig",
                Element("HTTPPort", port),
                Element("HTTPSPort", 443),
                Element("OriginProtocolPolicy", "http-only"),
                List("OriginSslProtocols", [Element("SslProtocol", "TLSv1.2")]),
                Element("OriginReadTimeout", (long)origin.ReadTimeout.TotalSeconds),
                Element("OriginKeepaliveTimeout", 5))
            : Element("S3OriginConfig", Element("OriginAccessIdentity", origin.AccessIdentity ?? "")),
        origin.AccessControlId is { } id ? Element("OriginAccessControlId", id) : null);

    private static CacheBehavior ParseBehavior(XElement xml)
    {
        var methods = Items(xml, "AllowedMethods").Select(x => x.Value).ToArray();
        var forwarded = Child(xml, "ForwardedValues");
        var cookies = forwarded is null ? null : Child(forwarded, "Cookies");
        return new CacheBehavior
        {
            PathPattern = ParsePattern(Text(xml, "PathPattern") ?? "*"),
            TargetOriginId = Required(xml, "TargetOriginId"),
            AllowedMethods = methods.Length == 0 ? ["GET", "HEAD"] : methods,
            Compress = Flag(xml, "Compress"),
            CachePolicyId = Text(xml, "CachePolicyId"),
            OriginRequestPolicyId = Text(xml, "OriginRequestPolicyId"),
            ForwardedValues = forwarded is null
                ? null
                : new ForwardedValues(
                    Flag(forwarded, "QueryString"),
                    [.. Items(forwarded, "QueryStringCacheKeys").Select(x => x.Value)],
                    cookies is null ? "none" : Text(cookies, "Forward") ?? "none",
                    cookies is null ? [] : [.. Items(cookies, "WhitelistedNames").Select(x => x.Value)],
                    [.. Items(forwarded, "Headers").Select(x => x.Value)]),
            MinTtl = TimeSpan.FromSeconds(Number(xml, "MinTTL", 0)),
            DefaultTtl = TimeSpan.FromSeconds(Number(xml, "DefaultTTL", 86_400)),
            MaxTtl = TimeSpan.FromSeconds(Number(xml, "MaxTTL", 31_536_000)),
            FunctionAssociations = [.. Items(
                xml,
                "FunctionAssociations").Select(x => new FunctionAssociation(Required(x, "FunctionARN"), Required(x, "EventType")))],
        };
    }

    private static string ParsePattern(string pattern) => pattern.Length <= Edge.PathPattern.Longest
        ? pattern
        : throw Invalid($"The parameter PathPattern has {pattern.Length} characters; {Edge.PathPattern.Longest} is the most.");

    private static XElement WriteBehavior(string name, CacheBehavior behavior) => Element(
        name,
        name == "CacheBehavior" ? Element("PathPattern", behavior.PathPattern) : null,
        Element("TargetOriginId", behavior.TargetOriginId),
        Element("ViewerProtocolPolicy", "allow-all"),
        Element(
            "AllowedMethods",
            Element("Quantity", behavior.AllowedMethods.Count),
            Element("Items", behavior.AllowedMethods.Select(x => Element("Method", x))),
            List("CachedMethods", [Element("Method", "GET"), Element("Method", "HEAD")])),
        Element("Compress", behavior.Compress),
        List("FunctionAssociations", behavior.FunctionAssociations.Select(x => Element(
            "FunctionAssociation",
            Element("FunctionARN", x.FunctionArn),
            Element("EventType", x.EventType)))),
        behavior.CachePolicyId is { } cachePolicy ? Element("CachePolicyId", cachePolicy) : null,
        behavior.OriginRequestPolicyId is { } requestPolicy ? Element("OriginRequestPolicyId", requestPolicy) : null,
        behavior.ForwardedValues is { } forwarded
            ? Element(
                "ForwardedValues",
                Element("QueryString", forwarded.QueryString),
                Element("Cookies", Element("Forward", forwarded.Cookies), List("WhitelistedNames", forwarded.CookieNames.Select(x => Element("Name", x)))),
                List("Headers", forwarded.Headers.Select(x => Element("Name", x))),
                List("QueryStringCacheKeys", forwarded.QueryStringCacheKeys.Select(x => Element("Name", x))))
            : null,
        behavior.CachePolicyId is null
            ? new object[]
            {
                Element("MinTTL", (long)behavior.MinTtl.TotalSeconds),
                Element("DefaultTTL", (long)behavior.DefaultTtl.TotalSeconds),
                Element("MaxTTL", (long)behavior.MaxTtl.TotalSeconds),
            }
            : null);

    private static CustomErrorResponse ParseErrorResponse(XElement xml) => new()
    {
        ErrorCode = (int)Number(xml, "ErrorCode", 0, MostStatus),
        ResponsePagePath = Text(xml, "ResponsePagePath"),
        ResponseCode = Text(xml, "ResponseCode") is null ? null : (int)Number(xml, "ResponseCode", 0, MostStatus),
        ErrorCachingMinTtl = TimeSpan.FromSeconds(Number(xml, "ErrorCachingMinTTL", 10)),
    };

    private static void Check(DistributionConfig config)
    {
        if (config.Origins.Count == 0)
        {
            throw Invalid("The parameter Origins must contain at least one origin.");
        }

        foreach (var behavior in config.CacheBehaviors.Append(config.DefaultCacheBehavior))
        {
            if (config.Origins.All(x => x.Id != behavior.TargetOriginId))
            {
                throw new AwsServiceException("NoSuchOrigin", "One or more of your origins or origin groups do not exist.", StatusCodes.Status404NotFound);
            }

            if (behavior.FunctionAssociations.FirstOrDefault(x => !ViewerRequestFunction.IsKnown(x)) is { } function)
            {
                throw new AwsServiceException(
                    "InvalidFunctionAssociation",
                    $"The local cloud does not run JavaScript: of functions it has only the built-in viewer-request function single-page-app, not "
                        + $"{function.FunctionArn} at {function.EventType}.");
            }
        }

        if (config.Origins.FirstOrDefault(x => x.HttpPort is null && x.Bucket is null) is { } origin)
        {
            throw Invalid($"The parameter Origin DomainName does not refer to a valid S3 bucket: {origin.DomainName}");
        }
    }

    /// <summary>The entries of a list element, after a look at its count.</summary>
    private static IEnumerable<XElement> Items(XElement parent, string name)
    {
        var list = Child(parent, name);
        var items = list is null ? [] : Child(list, "Items")?.Elements().ToArray() ?? [];
        return list is not null && Number(list, "Quantity", items.Length) != items.Length
            ? throw new AwsServiceException("InconsistentQuantities", $"The value of Quantity and the size of Items don't match in {name}.")
            : items;
    }

    private static XElement? Child(XElement parent, string name) => parent.Element(Namespace + name);

    private static string? Text(XElement parent, string name) => Child(parent, name)?.Value is { Length: > 0 } value ? value : null;

    private static string Required(XElement parent, string name) => Text(parent, name) ?? throw Invalid($"The parameter {name} is required.");

    private static bool Flag(XElement parent, string name) => string.Equals(Text(parent, name), "true", StringComparison.OrdinalIgnoreCase);

    private static long Number(XElement parent, string name, long otherwise, long most = MostSeconds) => Text(parent, name) is not { } text
        ? otherwise
        : !long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? throw Invalid($"The parameter {name} is not a number: {text}")
        : number > most ? throw Invalid($"The parameter {name} is greater than {most}: {text}")
        : number;

    private static AwsServiceException Invalid(string message) => new("InvalidArgument", message);

    private static XElement Element(string name, params object?[] content) => new(Namespace + name, content);

    private static XElement List(string name, IEnumerable<XElement> items)
    {
        var all = items.ToArray();
        return all.Length == 0 ? Element(name, Empty()) : Element(name, Element("Quantity", all.Length), Element("Items", all));
    }

    private static XElement Empty() => new(Namespace + "Quantity", 0);

    private static XElement[] Elements(params (string Name, string Value)[] elements) => [.. elements.Select(x => new XElement(Namespace + x.Name, x.Value))];
}
