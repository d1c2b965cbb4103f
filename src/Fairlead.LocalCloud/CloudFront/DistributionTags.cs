using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>The tags of distributions (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_TagResource.html).</summary>
internal sealed class DistributionTags(DistributionStore distributions)
{
    private const int MaximumTags = 50;

    /// <summary>The <c>Tags</c> element of a resource.</summary>
    /// <exception cref="AwsServiceException">NoSuchResource.</exception>
    public XElement Get(string arn) => distributions.State.Read(document => CloudFrontXml.Element(
        "Tags",
        CloudFrontXml.Element("Items", Of(document, arn).Tags.Select(x => CloudFrontXml.Element(
            "Tag",
            CloudFrontXml.Element("Key", x.Key),
            CloudFrontXml.Element("Value", x.Value))))));

    /// <summary>Adds the tags of a <c>Tags</c> element. A key that is there gets the new value.</summary>
    /// <exception cref="AwsServiceException">NoSuchResource, InvalidTagging.</exception>
    public void Add(string arn, XElement tags)
    {
        var added = Parse(tags);
        distributions.Change(document => Of(document, arn).WithTags(added));
    }

    /// <summary>Takes away the tags with the keys of a <c>TagKeys</c> element.</summary>
    /// <exception cref="AwsServiceException">NoSuchResource.</exception>
    public void Remove(string arn, XElement keys) => distributions.Change(document =>
    {
        var found = Of(document, arn);
        foreach (var key in keys.Descendants(DistributionXml.Namespace + "Key"))
        {
            found.Tags.Remove(key.Value);
        }

        return true;
    });

    /// <exception cref="AwsServiceException">InvalidTagging.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Parse(XElement tags)
    {
        var parsed = tags.Descendants(DistributionXml.Namespace + "Tag")
            .Select(x => KeyValuePair.Create(
                x.Element(DistributionXml.Namespace + "Key")?.Value ?? "",
                x.Element(DistributionXml.Namespace + "Value")?.Value ?? ""))
            .ToArray();
        return parsed.FirstOrDefault(x => x.Key.Length is 0 or > 128 || x.Value.Length > 256 || x.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase))
            is { Key: not null } wrong
            ? throw new AwsServiceException(
                "InvalidTagging",
                $"The tagging specified is not valid: '{wrong.Key}'. A key has 1 to 128 characters and does not begin with aws:, a value has at most 256.")
            : parsed;
    }

    /// <exception cref="AwsServiceException">InvalidTagging: they would be too many.</exception>
    public static void CheckCount(int count)
    {
        if (count > MaximumTags)
        {
            throw new AwsServiceException("InvalidTagging", $"A distribution has at most {MaximumTags} tags.");
        }
    }

    private StoredDistribution Of(CloudFrontDocument document, string arn) => document.Distributions.Find(x => distributions.Arn(x.Id) == arn)
        ?? throw new AwsServiceException("NoSuchResource", $"The specified resource does not exist: {arn}.", StatusCodes.Status404NotFound);
}
