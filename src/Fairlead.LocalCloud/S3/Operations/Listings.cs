using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>ListBuckets, ListObjects, ListObjectsV2, ListObjectVersions, ListMultipartUploads and ListParts.</summary>
internal sealed class Listings(S3Store store, Account account)
{
    private const int MostBuckets = 10_000;
    private const string BucketList = "buckets";

    public Task BucketsAsync(S3Request request)
    {
        var prefix = request.Query("prefix") ?? "";
        var region = request.Query("bucket-region") is { Length: > 0 } named ? named : null;
        var token = request.Query("continuation-token") is { Length: > 0 } text ? Position(BucketList, text) : "";
        var max = request.MaxOf("max-buckets", MostBuckets);
        if (max == 0)
        {
            throw S3Errors.InvalidArgument($"Argument max-buckets must be an integer between 1 and {MostBuckets}");
        }

        var found = store.Buckets.Where(x => x.Name.StartsWith(prefix, StringComparison.Ordinal) && string.CompareOrdinal(x.Name, token) > 0)
            .Where(x => region is null || x.Configuration.Region == region)
            .Take(max + 1)
            .ToArray();
        var page = found.Take(max).ToArray();
        return S3Xml.WriteAsync(request, S3Xml.Element("ListAllMyBucketsResult",
            Owner("Owner"),
            S3Xml.Element("Buckets", page.Select(x => S3Xml.Element("Bucket",
                S3Xml.Element("Name", x.Name),
                S3Xml.Element("CreationDate", S3Xml.Time(x.Configuration.Created)),
                S3Xml.Element("BucketRegion", x.Configuration.Region)))),
            prefix.Length > 0 ? S3Xml.Element("Prefix", prefix) : null,
            found.Length > max ? S3Xml.Element("ContinuationToken", PageToken.Of(BucketList, page[^1].Name)) : null));
    }

    public Task ObjectsAsync(S3Request request)
    {
        var isV2 = request.Query("list-type") == "2";
        var bucket = store.Bucket(request.Bucket!);
        var ask = new Ask(request);
        var token = request.Query("continuation-token");
        var list = "objects of " + bucket.Name;
        var start = isV2 ? request.Query("start-after") : request.Query("marker");
        var after = isV2 && token is not null ? Position(list, token) : start ?? "";
        var page = bucket.Read(index => ListPage.Current(index, ask.Prefix, ask.Delimiter, after, ask.Max));
        var result = S3Xml.Element("ListBucketResult",
            S3Xml.Element("Name", bucket.Name),
            S3Xml.Element("Prefix", ask.Encoded(ask.Prefix)));
        if (isV2)
        {
            result.Add(
                token is null ? null : S3Xml.Element("ContinuationToken", token),
                page.LastKey is null ? null : S3Xml.Element("NextContinuationToken", PageToken.Of(list, page.LastKey)),
                S3Xml.Element("KeyCount", page.Versions.Count + page.CommonPrefixes.Count),
                start is null ? null : S3Xml.Element("StartAfter", ask.Encoded(start)));
        }
        else
        {
            result.Add(
                S3Xml.Element("Marker", ask.Encoded(start ?? "")),
                page.LastKey is not null && ask.Delimiter.Length > 0 ? S3Xml.Element("NextMarker", ask.Encoded(page.LastKey)) : null);
        }

        var withOwner = !isV2 || request.Query("fetch-owner") == "true";
        result.Add(
            ask.Common(page.LastKey is not null),
            page.Versions.Select(x => S3Xml.Element("Contents", Described(ask, x), withOwner ? Owner("Owner") : null)),
            Prefixes(ask, page));
        return S3Xml.WriteAsync(request, result);
    }

    public Task VersionsAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var ask = new Ask(request);
        var keyMarker = request.Query("key-marker") ?? "";
        var versionMarker = request.Query("version-id-marker") is { Length: > 0 } id ? id : null;
        if (versionMarker is not null && keyMarker.Length == 0)
        {
            throw S3Errors.InvalidArgument("A version-id marker cannot be specified without a key marker.");
        }

        var (page, latest) = bucket.Read(index =>
        {
            var found = ListPage.AllVersions(index, ask.Prefix, ask.Delimiter, keyMarker, versionMarker, ask.Max);
            return (found, found.Versions.Where(x => ReferenceEquals(index.Versions(x.Key)[0], x)).ToHashSet(ReferenceEqualityComparer.Instance));
        });
        return S3Xml.WriteAsync(request, S3Xml.Element("ListVersionsResult",
            S3Xml.Element("Name", bucket.Name),
            S3Xml.Element("Prefix", ask.Encoded(ask.Prefix)),
            S3Xml.Element("KeyMarker", ask.Encoded(keyMarker)),
            S3Xml.Element("VersionIdMarker", versionMarker ?? ""),
            page.LastKey is null ? null : S3Xml.Element("NextKeyMarker", ask.Encoded(page.LastKey)),
            page.LastVersionId is null ? null : S3Xml.Element("NextVersionIdMarker", page.LastVersionId),
            ask.Common(page.LastKey is not null),
            page.Versions.Select(x => S3Xml.Element(x.IsDeleteMarker ? "DeleteMarker" : "Version",
                S3Xml.Element("VersionId", x.VersionId),
                S3Xml.Element("IsLatest", latest.Contains(x)),
                x.IsDeleteMarker
                    ? new object[] { S3Xml.Element("Key", ask.Encoded(x.Key)), S3Xml.Element("LastModified", S3Xml.Time(x.LastModified)) }
                    : Described(ask, x),
                Owner("Owner"))),
            Prefixes(ask, page)));
    }

    public Task UploadsAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var prefix = request.Query("prefix") ?? "";
        var keyMarker = request.Query("key-marker") ?? "";
        var idMarker = request.Query("upload-id-marker") ?? "";
        if (idMarker.Length > 0 && keyMarker.Length > 0 && !UploadPosition.IsId(idMarker))
        {
            throw S3Errors.InvalidArgument("Invalid uploadId marker");
        }

        var max = request.MaxOf("max-uploads");
        var isUrl = request.Query("encoding-type") == "url";
        string Encoded(string text) => isUrl ? Uri.EscapeDataString(text) : text;

        var found = bucket.Read(index => index.Uploads.Values
            .Where(x => x.Key.StartsWith(prefix, StringComparison.Ordinal))
            .Where(x => KeyOrder.Instance.Compare(x.Key, keyMarker) > 0
                || (x.Key == keyMarker && idMarker.Length > 0 && string.CompareOrdinal(x.UploadId, idMarker) > 0))
            .OrderBy(x => x.Key, KeyOrder.Instance).ThenBy(x => x.UploadId, StringComparer.Ordinal).Take(max + 1).ToArray());
        var page = found.Take(max).ToArray();
        var isTruncated = found.Length > max && max > 0;
        return S3Xml.WriteAsync(request, S3Xml.Element("ListMultipartUploadsResult",
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("KeyMarker", Encoded(keyMarker)),
            S3Xml.Element("UploadIdMarker", idMarker),
            isTruncated ? new object[] { S3Xml.Element("NextKeyMarker", Encoded(page[^1].Key)), S3Xml.Element("NextUploadIdMarker", page[^1].UploadId) } : null,
            S3Xml.Element("Prefix", Encoded(prefix)),
            S3Xml.Element("MaxUploads", max),
            isUrl ? S3Xml.Element("EncodingType", "url") : null,
            S3Xml.Element("IsTruncated", isTruncated),
            page.Select(x => S3Xml.Element("Upload",
                S3Xml.Element("Key", Encoded(x.Key)),
                S3Xml.Element("UploadId", x.UploadId),
                Owner("Initiator"),
                Owner("Owner"),
                S3Xml.Element("StorageClass", StorageClass(x.Metadata)),
                S3Xml.Element("Initiated", S3Xml.Time(x.Initiated))))));
    }

    public Task PartsAsync(S3Request request)
    {
        var bucket = store.Bucket(request.Bucket!);
        var max = request.MaxOf("max-parts");
        var marker = request.MaxOf("part-number-marker", most: int.MaxValue, fallback: 0);
        var (upload, found) = bucket.Read(index =>
        {
            var named = Bucket.UploadOf(index, request.Key!, request.Query("uploadId")!);
            return (named, named.Parts.Values.Where(x => x.Number > marker).Take(max + 1).ToArray());
        });
        var page = found.Take(max).ToArray();
        return S3Xml.WriteAsync(request, S3Xml.Element("ListPartsResult",
            S3Xml.Element("Bucket", bucket.Name),
            S3Xml.Element("Key", upload.Key),
            S3Xml.Element("UploadId", upload.UploadId),
            Owner("Initiator"),
            Owner("Owner"),
            S3Xml.Element("StorageClass", StorageClass(upload.Metadata)),
            S3Xml.Element("PartNumberMarker", marker),
            S3Xml.Element("NextPartNumberMarker", page.Length == 0 ? 0 : page[^1].Number),
            S3Xml.Element("MaxParts", max),
            S3Xml.Element("IsTruncated", found.Length > max),
            upload.AlgorithmWasNamed
                ? new object[] { S3Xml.Element("ChecksumAlgorithm", upload.Algorithm), S3Xml.Element("ChecksumType", upload.ChecksumType) }
                : null,
            page.Select(x => S3Xml.Element("Part",
                S3Xml.Element("PartNumber", x.Number),
                S3Xml.Element("LastModified", S3Xml.Time(x.LastModified)),
                S3Xml.Element("ETag", ObjectHeaders.Quoted(x.ETag)),
                S3Xml.Element("Size", x.Size),
                upload.AlgorithmWasNamed ? S3Xml.Element("Checksum" + upload.Algorithm, x.Checksum) : null))));
    }

    /// <summary>The canonical id of the one account that there is.</summary>
    public string OwnerId => account.Id.PadLeft(64, '0');

    public XElement Owner(string element) => S3Xml.Element(element, S3Xml.Element("ID", OwnerId), S3Xml.Element("DisplayName", "local-cloud"));

    private static object[] Described(Ask ask, ObjectVersion version)
    => [
        S3Xml.Element("Key", ask.Encoded(version.Key)),
        S3Xml.Element("LastModified", S3Xml.Time(version.LastModified)),
        S3Xml.Element("ETag", ObjectHeaders.Quoted(version.ETag)),
        S3Xml.Element("Size", version.Size),
        version.Checksum is { } checksum
            ? new object[] { S3Xml.Element("ChecksumAlgorithm", checksum.Algorithm), S3Xml.Element("ChecksumType", checksum.Type) }
            : [],
        S3Xml.Element("StorageClass", StorageClass(version.Metadata)),
    ];

    private static IEnumerable<XElement> Prefixes(Ask ask, ListPage page)
        => page.CommonPrefixes.Select(x => S3Xml.Element("CommonPrefixes", S3Xml.Element("Prefix", ask.Encoded(x))));

    public static string StorageClass(ObjectMetadata metadata) => metadata.Headers.GetValueOrDefault("x-amz-storage-class", "STANDARD");

    /// <summary>What every listing of keys is asked with.</summary>
    private sealed class Ask(S3Request request)
    {
        private readonly bool _isUrl = request.Query("encoding-type") switch
        {
            null => false,
            "url" => true,
            _ => throw S3Errors.InvalidArgument("Invalid Encoding Method specified in Request"),
        };

        public string Prefix { get; } = request.Query("prefix") ?? "";

        public string Delimiter { get; } = request.Query("delimiter") ?? "";

        public int Max { get; } = request.MaxOf("max-keys");

        /// <summary>Clients undo this either as a path or as a form, so nothing is written that the two read differently.</summary>
        public string Encoded(string text) => _isUrl ? Uri.EscapeDataString(text).Replace("%2F", "/", StringComparison.Ordinal) : text;

        public object?[] Common(bool isTruncated)
        => [
            S3Xml.Element("MaxKeys", Max),
            Delimiter.Length == 0 ? null : S3Xml.Element("Delimiter", Encoded(Delimiter)),
            _isUrl ? S3Xml.Element("EncodingType", "url") : null,
            S3Xml.Element("IsTruncated", isTruncated),
        ];
    }

    /// <exception cref="AwsServiceException">InvalidArgument: the token was not made for the list.</exception>
    private static string Position(string list, string token)
        => PageToken.Position(list, token) ?? throw S3Errors.InvalidArgument("The continuation token provided is incorrect");
}
