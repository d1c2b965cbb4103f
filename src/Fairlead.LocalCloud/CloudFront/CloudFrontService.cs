using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>CloudFront's API, version 2020-05-31: distributions with their tags, invalidations, policies and origin access controls
/// (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_Operations.html).</summary>
internal sealed class CloudFrontService(
    DistributionStore distributions,
    InvalidationStore invalidations,
    ConfigurationStore configurations,
    DistributionTags tags) : IAwsService
{
    private const string Version = "/2020-05-31";
    private const string Root = $"{Version}/distribution";

    public string SigningName => "cloudfront";

    public async Task HandleAsync(HttpContext context)
    {
        try
        {
            await RouteAsync(context);
        }
        catch (AwsServiceException exception)
        {
            await CloudFrontXml.WriteErrorAsync(context, exception);
        }
    }

    private Task RouteAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Version, out var rest))
        {
            throw Unknown(context);
        }

        var segments = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length > 0 && ConfigurationKind.All.FirstOrDefault(x => x.Path == segments[0]) is { } kind)
        {
            return RouteAsync(context, kind, segments[1..]);
        }

        return (context.Request.Method, segments) switch
        {
            ("POST", ["distribution"]) => CreateDistributionAsync(context),
            ("GET", ["distribution"]) => ListDistributionsAsync(context),
            ("GET", ["distribution", var id]) => WriteAsync(context, distributions.Get(id)),
            ("DELETE", ["distribution", var id]) => DeleteDistributionAsync(context, id),
            ("GET", ["distribution", var id, "config"]) => WriteConfigAsync(context, distributions.Get(id)),
            ("PUT", ["distribution", var id, "config"]) => UpdateDistributionAsync(context, id),
            ("POST", ["distribution", var id, "invalidation"]) => CreateInvalidationAsync(context, id),
            ("GET", ["distribution", var id, "invalidation"]) => ListInvalidationsAsync(context, id),
            ("GET", ["distribution", var id, "invalidation", var invalidation])
                => CloudFrontXml.WriteAsync(context, Invalidation(invalidations.Get(id, invalidation))),
            ("GET", ["tagging"]) => CloudFrontXml.WriteAsync(context, tags.Get(Resource(context))),
            ("POST", ["tagging"]) => TagAsync(context),
            _ => throw Unknown(context),
        };
    }

    private Task RouteAsync(HttpContext context, ConfigurationKind kind, string[] segments) => (context.Request.Method, segments) switch
    {
        ("POST", []) => CreateAsync(context, kind),
        ("GET", []) => ListAsync(context, kind),
        ("GET", [var id]) => WriteAsync(context, kind, configurations.Get(kind, id)),
        ("GET", [var id, "config"]) => WriteConfigAsync(context, configurations.Get(kind, id)),
        ("PUT", [var id]) when !kind.IsUpdatedAtConfig => UpdateAsync(context, kind, id),
        ("PUT", [var id, "config"]) when kind.IsUpdatedAtConfig => UpdateAsync(context, kind, id),
        ("DELETE", [var id]) => DeleteAsync(context, kind, id),
        _ => throw Unknown(context),
    };

    private async Task CreateAsync(HttpContext context, ConfigurationKind kind)
    {
        var created = configurations.Create(kind, await CloudFrontXml.ReadAsync(context, kind.ConfigName));
        context.Response.Headers.Location = $"https://cloudfront.amazonaws.com{Version}/{kind.Path}/{created.Id}";
        await WriteAsync(context, kind, created, StatusCodes.Status201Created);
    }

    private async Task UpdateAsync(HttpContext context, ConfigurationKind kind, string id)
        => await WriteAsync(context, kind, configurations.Update(kind, id, IfMatch(context), await CloudFrontXml.ReadAsync(context, kind.ConfigName)));

    private Task DeleteAsync(HttpContext context, ConfigurationKind kind, string id)
    {
        configurations.Delete(kind, id, IfMatch(context));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task ListAsync(HttpContext context, ConfigurationKind kind)
    {
        var type = context.Request.Query["Type"].ToString() is { Length: > 0 } given ? given : null;
        if (type is not (null or "managed" or "custom"))
        {
            throw new AwsServiceException("InvalidArgument", $"The parameter Type must be managed or custom, not '{type}'.");
        }

        var page = Page(context, $"{kind.Path} {type}", configurations.List(kind, type), x => x.Id);
        return CloudFrontXml.WriteAsync(context, List($"{kind.Name}List", page, x => kind.IsPolicy
            ? CloudFrontXml.Element(
                $"{kind.Name}Summary",
                CloudFrontXml.Element("Type", ConfigurationStore.IsManaged(kind, x) ? "managed" : "custom"),
                Element(kind, x))
            : CloudFrontXml.Element($"{kind.Name}Summary", CloudFrontXml.Element("Id", x.Id), XElement.Parse(x.ConfigXml).Elements())));
    }

    private static Task WriteAsync(HttpContext context, ConfigurationKind kind, StoredConfiguration configuration, int statusCode = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = configuration.ETag;
        return CloudFrontXml.WriteAsync(context, Element(kind, configuration), statusCode);
    }

    private static Task WriteConfigAsync(HttpContext context, StoredConfiguration configuration)
    {
        context.Response.Headers.ETag = configuration.ETag;
        return CloudFrontXml.WriteAsync(context, XElement.Parse(configuration.ConfigXml));
    }

    private static XElement Element(ConfigurationKind kind, StoredConfiguration configuration) => CloudFrontXml.Element(
        kind.Name,
        CloudFrontXml.Element("Id", configuration.Id),
        kind.IsPolicy ? CloudFrontXml.Element("LastModifiedTime", CloudFrontXml.Time(configuration.Modified)) : null,
        XElement.Parse(configuration.ConfigXml));

    private async Task TagAsync(HttpContext context)
    {
        var resource = Resource(context);
        switch (context.Request.Query["Operation"].ToString())
        {
            case "Tag":
                tags.Add(resource, await CloudFrontXml.ReadAsync(context, "Tags"));
                break;
            case "Untag":
                tags.Remove(resource, await CloudFrontXml.ReadAsync(context, "TagKeys"));
                break;
            default:
                throw Unknown(context);
        }

        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static string Resource(HttpContext context) => context.Request.Query["Resource"].ToString() is { Length: > 0 } arn
        ? arn
        : throw new AwsServiceException("InvalidArgument", "The parameter Resource is required.");

    private async Task CreateDistributionAsync(HttpContext context)
    {
        XElement config;
        IReadOnlyList<KeyValuePair<string, string>> given = [];
        if (context.Request.Query.ContainsKey("WithTags"))
        {
            var both = await CloudFrontXml.ReadAsync(context, "DistributionConfigWithTags");
            config = both.Element(DistributionXml.Namespace + "DistributionConfig")
                ?? throw new AwsServiceException("InvalidArgument", "The parameter DistributionConfig is required.");
            given = both.Element(DistributionXml.Namespace + "Tags") is { } sent ? DistributionTags.Parse(sent) : [];
        }
        else
        {
            config = await CloudFrontXml.ReadAsync(context, "DistributionConfig");
        }

        var created = distributions.Create(new XElement(config), given);
        context.Response.Headers.Location = $"https://cloudfront.amazonaws.com{Root}/{created.Id}";
        await WriteAsync(context, created, StatusCodes.Status201Created);
    }

    private async Task UpdateDistributionAsync(HttpContext context, string id)
        => await WriteAsync(context, distributions.Update(id, IfMatch(context), await CloudFrontXml.ReadAsync(context, "DistributionConfig")));

    private Task DeleteDistributionAsync(HttpContext context, string id)
    {
        distributions.Delete(id, IfMatch(context));
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private Task ListDistributionsAsync(HttpContext context)
    {
        var page = Page(context, "distribution", distributions.List(), x => $"{x.Created.UtcTicks:D20} {x.Id}");
        return CloudFrontXml.WriteAsync(context, List("DistributionList", page, Summary));
    }

    private async Task CreateInvalidationAsync(HttpContext context, string id)
    {
        var batch = await CloudFrontXml.ReadAsync(context, "InvalidationBatch");
        var paths = batch.Element(DistributionXml.Namespace + "Paths");
        var items = paths?.Element(DistributionXml.Namespace + "Items")?.Elements().Select(x => x.Value).ToArray() ?? [];
        if (paths?.Element(DistributionXml.Namespace + "Quantity")?.Value != items.Length.ToString(CultureInfo.InvariantCulture))
        {
            throw new AwsServiceException("InconsistentQuantities", "The value of Quantity and the size of Items don't match.");
        }

        var reference = batch.Element(DistributionXml.Namespace + "CallerReference")?.Value is { Length: > 0 } value
            ? value
            : throw new AwsServiceException("InvalidArgument", "The parameter CallerReference is required.");
        var created = invalidations.Create(id, reference, items);
        context.Response.Headers.Location = $"https://cloudfront.amazonaws.com{Root}/{id}/invalidation/{created.Id}";
        await CloudFrontXml.WriteAsync(context, Invalidation(created), StatusCodes.Status201Created);
    }

    private Task ListInvalidationsAsync(HttpContext context, string id)
    {
        // Newest first, as CloudFront lists them.
        var page = Page(context, $"invalidation {id}", invalidations.List(id), x => $"{x.Created.UtcTicks:D20} {x.Id}", descending: true);
        return CloudFrontXml.WriteAsync(context, List("InvalidationList", page, x => CloudFrontXml.Element(
            "InvalidationSummary",
            CloudFrontXml.Element("Id", x.Id),
            CloudFrontXml.Element("CreateTime", CloudFrontXml.Time(x.Created)),
            CloudFrontXml.Element("Status", invalidations.Status(x)))));
    }

    private Task WriteAsync(HttpContext context, StoredDistribution distribution, int statusCode = StatusCodes.Status200OK)
    {
        context.Response.Headers.ETag = distribution.ETag;
        return CloudFrontXml.WriteAsync(
            context,
            CloudFrontXml.Element(
                "Distribution",
                CloudFrontXml.Element("Id", distribution.Id),
                CloudFrontXml.Element("ARN", distributions.Arn(distribution.Id)),
                CloudFrontXml.Element("Status", "Deployed"),
                CloudFrontXml.Element("LastModifiedTime", CloudFrontXml.Time(distribution.Modified)),
                CloudFrontXml.Element("InProgressInvalidationBatches", invalidations.InProgress(distribution.Id)),
                CloudFrontXml.Element("DomainName", distributions.DomainName(distribution.Id)),
                CloudFrontXml.Element("ActiveTrustedSigners", CloudFrontXml.Element("Enabled", false), CloudFrontXml.Element("Quantity", 0)),
                CloudFrontXml.Element("ActiveTrustedKeyGroups", CloudFrontXml.Element("Enabled", false), CloudFrontXml.Element("Quantity", 0)),
                XElement.Parse(distribution.ConfigXml)),
            statusCode);
    }

    private static Task WriteConfigAsync(HttpContext context, StoredDistribution distribution)
    {
        context.Response.Headers.ETag = distribution.ETag;
        return CloudFrontXml.WriteAsync(context, XElement.Parse(distribution.ConfigXml));
    }

    private XElement Summary(StoredDistribution distribution)
    {
        var config = XElement.Parse(distribution.ConfigXml);
        return CloudFrontXml.Element(
            "DistributionSummary",
            CloudFrontXml.Element("Id", distribution.Id),
            CloudFrontXml.Element("ARN", distributions.Arn(distribution.Id)),
            CloudFrontXml.Element("ETag", distribution.ETag),
            CloudFrontXml.Element("Status", "Deployed"),
            CloudFrontXml.Element("LastModifiedTime", CloudFrontXml.Time(distribution.Modified)),
            CloudFrontXml.Element("DomainName", distributions.DomainName(distribution.Id)),
            config.Elements().Where(x => x.Name.LocalName is not ("CallerReference" or "DefaultRootObject" or "Logging" or "ContinuousDeploymentPolicyId")));
    }

    private XElement Invalidation(StoredInvalidation invalidation) => CloudFrontXml.Element(
        "Invalidation",
        CloudFrontXml.Element("Id", invalidation.Id),
        CloudFrontXml.Element("Status", invalidations.Status(invalidation)),
        CloudFrontXml.Element("CreateTime", CloudFrontXml.Time(invalidation.Created)),
        CloudFrontXml.Element(
            "InvalidationBatch",
            CloudFrontXml.Element(
                "Paths",
                CloudFrontXml.Element("Quantity", invalidation.Paths.Count),
                CloudFrontXml.Element("Items", invalidation.Paths.Select(x => CloudFrontXml.Element("Path", x)))),
            CloudFrontXml.Element("CallerReference", invalidation.CallerReference)));

    private static ListPage<T> Page<T>(HttpContext context, string listing, IReadOnlyList<T> all, Func<T, string> key, bool descending = false)
    {
        const int most = 100;
        var (marker, wanted) = (context.Request.Query["Marker"].ToString(), context.Request.Query["MaxItems"].ToString());
        var limit = wanted.Length == 0 ? most
            : int.TryParse(wanted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? Math.Min(number, most)
            : throw new AwsServiceException("InvalidArgument", $"The parameter MaxItems must be a positive number, not '{wanted}'.");
        var pager = Pager.Of(listing, marker, limit, "InvalidArgument", "The parameter Marker is not that of a page of this list. Begin again without it.");
        return new ListPage<T>(pager.Cut(all, key, descending), marker, limit);
    }

    private static XElement List<T>(string name, ListPage<T> page, Func<T, XElement> summary) => CloudFrontXml.Element(
        name,
        CloudFrontXml.Element("Marker", page.Marker),
        page.Page.NextToken is null ? null : CloudFrontXml.Element("NextMarker", page.Page.NextToken),
        CloudFrontXml.Element("MaxItems", page.MaxItems),
        CloudFrontXml.Element("IsTruncated", page.Page.NextToken is not null),
        CloudFrontXml.Element("Quantity", page.Page.Items.Count),
        page.Page.Items.Count == 0 ? null : CloudFrontXml.Element("Items", page.Page.Items.Select(summary)));

    private static string? IfMatch(HttpContext context) => context.Request.Headers.IfMatch.ToString() is { Length: > 0 } value ? value : null;

    private static AwsServiceException Unknown(HttpContext context) => new(
        "UnknownOperation",
        $"The local cloud's CloudFront has no operation {context.Request.Method} {context.Request.Path}. docs/local-cloud.md lists those it has.",
        StatusCodes.Status501NotImplemented);

    private sealed record ListPage<T>(Page<T> Page, string Marker, int MaxItems);
}
