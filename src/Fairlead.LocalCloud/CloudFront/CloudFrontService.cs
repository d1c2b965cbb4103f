using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>CloudFront's API, version 2020-05-31: distributions and invalidations.</summary>
internal sealed class CloudFrontService(DistributionStore distributions, InvalidationStore invalidations) : IAwsService
{
    private const string Root = "/2020-05-31/distribution";

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
        if (!context.Request.Path.StartsWithSegments(Root, out var rest))
        {
            throw Unknown(context);
        }

        var segments = rest.Value!.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return (context.Request.Method, segments) switch
        {
            ("POST", []) => CreateDistributionAsync(context),
            ("GET", []) => ListDistributionsAsync(context),
            ("GET", [var id]) => WriteAsync(context, distributions.Get(id)),
            ("DELETE", [var id]) => DeleteDistributionAsync(context, id),
            ("GET", [var id, "config"]) => WriteConfigAsync(context, distributions.Get(id)),
            ("PUT", [var id, "config"]) => UpdateDistributionAsync(context, id),
            ("POST", [var id, "invalidation"]) => CreateInvalidationAsync(context, id),
            ("GET", [var id, "invalidation"]) => ListInvalidationsAsync(context, id),
            ("GET", [var id, "invalidation", var invalidationId]) => CloudFrontXml.WriteAsync(context, Invalidation(invalidations.Get(id, invalidationId))),
            _ => throw Unknown(context),
        };
    }

    private async Task CreateDistributionAsync(HttpContext context)
    {
        if (context.Request.Query.ContainsKey("WithTags"))
        {
            throw new AwsServiceException(
                "NotImplemented",
                "The local cloud does not keep tags of distributions: create the distribution without them.",
                StatusCodes.Status501NotImplemented);
        }

        var created = distributions.Create(await CloudFrontXml.ReadAsync(context, "DistributionConfig"));
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
        var page = Page(context, distributions.List(), x => x.Id);
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
        var page = Page(context, invalidations.List(id), x => x.Id);
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

    private static ListPage<T> Page<T>(HttpContext context, IReadOnlyList<T> all, Func<T, string> id)
    {
        var marker = context.Request.Query["Marker"].ToString();
        var limit = int.TryParse(context.Request.Query["MaxItems"], NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) && wanted is > 0 and < 100
            ? wanted
            : 100;
        var rest = marker.Length == 0 ? all : [.. all.SkipWhile(x => id(x) != marker).Skip(1)];
        var items = rest.Take(limit).ToArray();
        return new ListPage<T>(items, marker, rest.Count > limit ? id(items[^1]) : null, limit);
    }

    private static XElement List<T>(string name, ListPage<T> page, Func<T, XElement> summary) => CloudFrontXml.Element(
        name,
        CloudFrontXml.Element("Marker", page.Marker),
        page.NextMarker is null ? null : CloudFrontXml.Element("NextMarker", page.NextMarker),
        CloudFrontXml.Element("MaxItems", page.MaxItems),
        CloudFrontXml.Element("IsTruncated", page.NextMarker is not null),
        CloudFrontXml.Element("Quantity", page.Items.Count),
        page.Items.Count == 0 ? null : CloudFrontXml.Element("Items", page.Items.Select(summary)));

    private static string? IfMatch(HttpContext context) => context.Request.Headers.IfMatch.ToString() is { Length: > 0 } value ? value : null;

    private static AwsServiceException Unknown(HttpContext context) => new(
        "UnknownOperation",
        $"The local cloud's CloudFront has no operation {context.Request.Method} {context.Request.Path}. docs/local-cloud.md lists those it has.",
        StatusCodes.Status501NotImplemented);

    private sealed record ListPage<T>(IReadOnlyList<T> Items, string Marker, string? NextMarker, int MaxItems);
}
