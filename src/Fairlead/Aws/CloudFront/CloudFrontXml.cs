using System.Globalization;
using System.Text;
using System.Xml.Linq;
using Amazon.CloudFront.Model;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Fairlead.Aws.Pipeline;

namespace Amazon.CloudFront;

/// <summary>CloudFront's REST and XML, version 2020-05-31.</summary>
internal static class CloudFrontXml
{
    private const string Root = "/2020-05-31/distribution/";

    private static readonly XNamespace Namespace = "http://cloudfront.amazonaws.com/doc/2020-05-31/";

    public static void Write(CreateInvalidationRequest input, IRequest request)
    {
        request.HttpMethod = "POST";
        request.ResourcePath = Root + "{DistributionId}/invalidation";
        request.AddPathResource("{DistributionId}", Required(input.DistributionId, nameof(input.DistributionId)));
        var paths = input.InvalidationBatch?.Paths;
        var document = new XElement(
            Namespace + "InvalidationBatch",
            new XElement(
                Namespace + "Paths",
                new XElement(Namespace + "Quantity", (paths?.Quantity ?? paths?.Items?.Count ?? 0).ToString(CultureInfo.InvariantCulture)),
                new XElement(Namespace + "Items", paths?.Items?.Select(path => new XElement(Namespace + "Path", path)))),
            new XElement(Namespace + "CallerReference", input.InvalidationBatch?.CallerReference));
        request.Content = Encoding.UTF8.GetBytes(document.ToString(SaveOptions.DisableFormatting));
        request.Headers["Content-Type"] = "application/xml";
    }

    public static void Write(GetInvalidationRequest input, IRequest request)
    {
        request.HttpMethod = "GET";
        request.ResourcePath = Root + "{DistributionId}/invalidation/{Id}";
        request.AddPathResource("{DistributionId}", Required(input.DistributionId, nameof(input.DistributionId)));
        request.AddPathResource("{Id}", Required(input.Id, nameof(input.Id)));
    }

    public static void Write(ListInvalidationsRequest input, IRequest request)
    {
        request.HttpMethod = "GET";
        request.ResourcePath = Root + "{DistributionId}/invalidation";
        request.AddPathResource("{DistributionId}", Required(input.DistributionId, nameof(input.DistributionId)));
        request.UseQueryString = true;
        if (input.Marker is { } marker)
        {
            request.Parameters.Add("Marker", marker);
        }

        if (input.MaxItems is { } maxItems)
        {
            request.Parameters.Add("MaxItems", maxItems);
        }
    }

    public static void Write(GetDistributionRequest input, IRequest request)
    {
        request.HttpMethod = "GET";
        request.ResourcePath = Root + "{Id}";
        request.AddPathResource("{Id}", Required(input.Id, nameof(input.Id)));
    }

    public static CreateInvalidationResponse ReadCreated(XElement root, IWebResponseData response) => new()
    {
        Invalidation = Invalidation(root),
        Location = response.IsHeaderPresent("Location") ? response.GetHeaderValue("Location") : null,
    };

    public static GetInvalidationResponse ReadInvalidation(XElement root, IWebResponseData response) => new() { Invalidation = Invalidation(root) };

    public static ListInvalidationsResponse ReadList(XElement root, IWebResponseData response) => new()
    {
        InvalidationList = new InvalidationList
        {
            Marker = root.Text("Marker"),
            NextMarker = root.Text("NextMarker"),
            MaxItems = root.Integer("MaxItems"),
            IsTruncated = root.Boolean("IsTruncated"),
            Quantity = root.Integer("Quantity"),
            Items =
            [
                .. root.Child("Items").Children("InvalidationSummary").Select(item => new InvalidationSummary
                {
                    Id = item.Text("Id"),
                    Status = item.Text("Status"),
                    CreateTime = item.Time("CreateTime"),
                }),
            ],
        },
    };

    public static GetDistributionResponse ReadDistribution(XElement root, IWebResponseData response)
    {
        var config = root.Child("DistributionConfig");
        return new GetDistributionResponse
        {
            ETag = response.IsHeaderPresent("ETag") ? response.GetHeaderValue("ETag") : null,
            Distribution = new Distribution
            {
                Id = root.Text("Id"),
                ARN = root.Text("ARN"),
                Status = root.Text("Status"),
                DomainName = root.Text("DomainName"),
                LastModifiedTime = root.Time("LastModifiedTime"),
                InProgressInvalidationBatches = root.Integer("InProgressInvalidationBatches"),
                DistributionConfig = config is null ? null : Config(config),
            },
        };
    }

    private static DistributionConfig Config(XElement config)
    {
        var aliases = config.Child("Aliases");
        var origins = config.Child("Origins");
        return new DistributionConfig
        {
            DefaultRootObject = config.Text("DefaultRootObject"),
            Comment = config.Text("Comment"),
            Enabled = config.Boolean("Enabled"),
            Aliases = new Aliases
            {
                Quantity = aliases.Integer("Quantity"),
                Items = [.. aliases.Child("Items").Children("CNAME").Select(name => name.Value)],
            },
            Origins = new Origins
            {
                Quantity = origins.Integer("Quantity"),
                Items =
                [
                    .. origins.Child("Items").Children("Origin").Select(origin => new Origin
                    {
                        Id = origin.Text("Id"),
                        DomainName = origin.Text("DomainName"),
                        OriginPath = origin.Text("OriginPath"),
                    }),
                ],
            },
        };
    }

    private static Invalidation Invalidation(XElement root)
    {
        var batch = root.Child("InvalidationBatch");
        return new Invalidation
        {
            Id = root.Text("Id"),
            Status = root.Text("Status"),
            CreateTime = root.Time("CreateTime"),
            InvalidationBatch = new InvalidationBatch
            {
                CallerReference = batch.Text("CallerReference"),
                Paths = new Paths
                {
                    Quantity = batch.Child("Paths").Integer("Quantity"),
                    Items = [.. batch.Child("Paths").Child("Items").Children("Path").Select(path => path.Value)],
                },
            },
        };
    }

    // An empty id would make another address, and so another operation.
    private static string Required(string? value, string name) =>
        string.IsNullOrEmpty(value) ? throw new AmazonCloudFrontException($"{name} is not set.", null, Amazon.Runtime.ErrorType.Sender, "MissingParameter", "", default) : value;
}
