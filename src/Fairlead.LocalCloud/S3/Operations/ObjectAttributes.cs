using System.Globalization;
using System.Xml.Linq;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>GetObjectAttributes: https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObjectAttributes.html</summary>
internal sealed class ObjectAttributes(S3Store store)
{
    private const string Header = "x-amz-object-attributes";
    private const int MostParts = 1000;

    private static readonly Dictionary<string, Func<S3Request, ObjectVersion, XElement?>> Attributes = new(StringComparer.Ordinal)
    {
        ["ETag"] = (_, version) => S3Xml.Element("ETag", version.ETag),
        ["Checksum"] = (_, version) => version.Checksum is { } checksum
            ? S3Xml.Element("Checksum", S3Xml.Element("Checksum" + checksum.Algorithm, checksum.Value), S3Xml.Element("ChecksumType", checksum.Type))
            : null,
        ["ObjectParts"] = Parts,
        ["StorageClass"] = (_, version) => S3Xml.Element("StorageClass", Listings.StorageClass(version.Metadata)),
        ["ObjectSize"] = (_, version) => S3Xml.Element("ObjectSize", version.Size),
    };

    public Task GetAsync(S3Request request)
    {
        var wanted = request.Context.Request.Headers[Header]
            .SelectMany(x => x?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [])
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        if (wanted.Length == 0 || wanted.Any(x => !Attributes.ContainsKey(x)))
        {
            throw S3Errors.InvalidArgument("Invalid attribute name specified.");
        }

        var version = ObjectReads.Find(store, request);
        if (!ObjectReads.Holds(request, version))
        {
            throw S3Errors.PreconditionFailed();
        }

        var response = request.Context.Response;
        response.Headers.LastModified = version.LastModified.ToString("R", CultureInfo.InvariantCulture);
        if (store.Bucket(request.Bucket!).Configuration.Versioning is not null)
        {
            response.Headers["x-amz-version-id"] = version.VersionId;
        }

        // In the order of the table, which is that of the schema.
        return S3Xml.WriteAsync(request, S3Xml.Element(
            "GetObjectAttributesResponse",
            Attributes.Where(x => wanted.Contains(x.Key)).Select(x => x.Value(request, version)).ToArray<object?>()));
    }

    /// <summary>The parts are told one by one when they have a checksum of their own, as those of a composite one do.</summary>
    private static XElement? Parts(S3Request request, ObjectVersion version)
    {
        if (!version.IsMultipart)
        {
            return null;
        }

        if (version.Checksum is not { Type: "COMPOSITE" } checksum)
        {
            return S3Xml.Element("ObjectParts", S3Xml.Element("PartsCount", version.Parts.Count));
        }

        var marker = Number(request, "x-amz-part-number-marker", 0);
        var max = Math.Min(Number(request, "x-amz-max-parts", MostParts), MostParts);
        var found = version.Parts.Where(x => x.Number > marker).Take(max + 1).ToArray();
        var page = found.Take(max).ToArray();
        return S3Xml.Element("ObjectParts",
            S3Xml.Element("PartsCount", version.Parts.Count),
            S3Xml.Element("PartNumberMarker", marker),
            S3Xml.Element("NextPartNumberMarker", page.Length == 0 ? marker : page[^1].Number),
            S3Xml.Element("MaxParts", max),
            S3Xml.Element("IsTruncated", found.Length > page.Length),
            page.Select(x => S3Xml.Element("Part",
                S3Xml.Element("PartNumber", x.Number),
                S3Xml.Element("Size", x.Size),
                S3Xml.Element("Checksum" + checksum.Algorithm, x.Checksum))));
    }

    private static int Number(S3Request request, string header, int fallback)
        => request.Header(header) is not { } text ? fallback
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
            : throw S3Errors.InvalidArgument($"Provided {header} not an integer or within integer range");
}
