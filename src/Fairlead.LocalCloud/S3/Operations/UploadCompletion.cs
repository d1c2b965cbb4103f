using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Checksums;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// What CompleteMultipartUpload asks for, and the object that comes of it. Its <c>x-amz-checksum-*</c> headers are of the whole object, not of the document:
/// https://docs.aws.amazon.com/AmazonS3/latest/API/API_CompleteMultipartUpload.html
/// </summary>
internal sealed class UploadCompletion
{
    private const string FullObject = "FULL_OBJECT";
    private const string Composite = "COMPOSITE";

    /// <summary>10,000 parts with an ETag and two checksums each are less.</summary>
    private const int MostDocumentBytes = 8 * 1024 * 1024;

    /// <summary>Every part but the last: https://docs.aws.amazon.com/AmazonS3/latest/userguide/qfacts.html</summary>
    private const long LeastPartBytes = 5 * 1024 * 1024;

    private readonly S3Request _request;
    private readonly IReadOnlyList<NamedPart> _parts;

    private UploadCompletion(S3Request request, IReadOnlyList<NamedPart> parts) => (_request, _parts) = (request, parts);

    /// <exception cref="AwsServiceException">The list is malformed, empty or out of order.</exception>
    public static async Task<UploadCompletion> ReadAsync(S3Request request)
    {
        var document = await S3Xml.ReadAsync(request, "CompleteMultipartUpload", MostDocumentBytes, checksumsAreOfTheBody: false);
        var parts = document.All("Part").Select(NamedPart.Of).ToArray();
        if (parts.Length is 0 or > S3Request.MostParts)
        {
            throw S3Errors.MalformedXml();
        }

        return parts.Zip(parts.Skip(1)).Any(x => x.First.Number >= x.Second.Number)
            ? throw new AwsServiceException("InvalidPartOrder", "The list of parts was not in ascending order. Parts must be ordered by part number.")
            : new UploadCompletion(request, parts);
    }

    /// <summary>The table of https://docs.aws.amazon.com/AmazonS3/latest/userguide/checking-object-integrity-upload.html</summary>
    public static string ChecksumType(S3Request request, ChecksumAlgorithm algorithm)
    {
        var wanted = request.Header("x-amz-checksum-type");
        var fallback = algorithm == ChecksumAlgorithm.Crc64Nvme ? FullObject : Composite;
        return (wanted ?? fallback) switch
        {
            FullObject when algorithm.Crc is not null => FullObject,
            Composite when algorithm != ChecksumAlgorithm.Crc64Nvme => Composite,
            FullObject or Composite =>
                throw S3Errors.InvalidRequest($"The {wanted} checksum type cannot be used with the {algorithm.Name.ToLowerInvariant()} checksum algorithm."),
            _ => throw S3Errors.InvalidRequest("Value for x-amz-checksum-type header is invalid."),
        };
    }

    /// <summary>The object of an upload.</summary>
    /// <exception cref="AwsServiceException">The upload has other parts, or other content, than the request says.</exception>
    public ObjectVersion Make(MultipartUpload upload, DateTimeOffset now)
    {
        var algorithm = Algorithm(upload.Algorithm);
        CheckType(upload.AlgorithmWasNamed, algorithm, upload.ChecksumType);
        var chosen = Choose(upload.Parts, algorithm, upload.AlgorithmWasNamed && upload.ChecksumType == Composite);
        if (chosen.SkipLast(1).Any(x => x.Size < LeastPartBytes))
        {
            throw new AwsServiceException("EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
        }

        var version = new ObjectVersion
        {
            Key = upload.Key,
            ETag = $"{Convert.ToHexStringLower(MD5.HashData(chosen.SelectMany(x => Convert.FromHexString(x.ETag)).ToArray()))}-{chosen.Count}",
            Size = chosen.Sum(x => x.Size),
            LastModified = now,
            Parts = chosen,
            IsMultipart = true,
            Metadata = upload.Metadata,
            Tags = upload.Tags,
            Checksum = Whole(upload.ChecksumType, algorithm, chosen),
        };
        CheckWhole(version);
        return version;
    }

    /// <summary>Asks for the same as was asked for when the upload was completed?</summary>
    /// <exception cref="AwsServiceException">It does not.</exception>
    public void Confirm(CompletedUpload completed)
    {
        var checksum = completed.Object.Checksum!;
        var algorithm = Algorithm(checksum.Algorithm);
        CheckType(completed.AlgorithmWasNamed, algorithm, checksum.Type);
        _ = Choose(completed.Object.Parts.ToDictionary(x => x.Number), algorithm, completed.AlgorithmWasNamed && checksum.Type == Composite);
        CheckWhole(completed.Object);
    }

    private static ChecksumAlgorithm Algorithm(string name)
        => ChecksumAlgorithm.TryFind(name, out var found) ? found : throw new InvalidOperationException($"'{name}' is no checksum algorithm.");

    /// <summary>The checksum of the object from those of its parts: combined for a check, a checksum of checksums otherwise.</summary>
    private static ObjectChecksum Whole(string type, ChecksumAlgorithm algorithm, IReadOnlyList<StoredPart> parts)
    {
        if (type == FullObject)
        {
            var crc = algorithm.Crc!;
            var whole = parts.Aggregate(0UL, (sum, part) => crc.Combine(sum, crc.FromBytes(Convert.FromBase64String(part.Checksum)), part.Size));
            return new ObjectChecksum(algorithm.Name, Convert.ToBase64String(crc.ToBytes(whole)), FullObject);
        }

        using var running = algorithm.Start();
        foreach (var part in parts)
        {
            running.Append(Convert.FromBase64String(part.Checksum));
        }

        return new ObjectChecksum(algorithm.Name, $"{Convert.ToBase64String(running.Finish())}-{parts.Count}", Composite);
    }

    private void CheckType(bool wasNamed, ChecksumAlgorithm algorithm, string type)
    {
        if (_request.Header("x-amz-checksum-type") is { } wanted && wanted != type)
        {
            throw S3Errors.InvalidRequest($"The upload was created using the {type} checksum mode. The complete request must use the same checksum mode.");
        }

        if (ChecksumAlgorithm.All.FirstOrDefault(x => x != algorithm && _request.Header(x.HeaderName) is not null) is { } other)
        {
            var expected = wasNamed ? algorithm.Name.ToLowerInvariant() : "null";
            throw S3Errors.InvalidRequest(
                $"Checksum Type mismatch occurred, expected checksum Type: {expected}, actual checksum Type: {other.Name.ToLowerInvariant()}");
        }
    }

    /// <summary>The parts that the list names, in its order.</summary>
    private List<StoredPart> Choose(IReadOnlyDictionary<int, StoredPart> stored, ChecksumAlgorithm algorithm, bool wantsChecksums)
    {
        var chosen = new List<StoredPart>();
        foreach (var named in _parts)
        {
            var checksum = named.Checksum(algorithm);
            if (wantsChecksums && checksum is null)
            {
                throw S3Errors.InvalidRequest($"The upload was created using a {algorithm.Name.ToLowerInvariant()} checksum. The complete request must include "
                    + $"the checksum for each part. It was missing for part {named.Number} in the request.");
            }

            chosen.Add(stored.TryGetValue(named.Number, out var part) && part.ETag == named.ETag && (checksum ?? part.Checksum) == part.Checksum
                ? part
                : throw new AwsServiceException(
                    "InvalidPart",
                    "One or more of the specified parts could not be found. The part may not have been uploaded, or the specified entity tag may not match the "
                        + $"part's entity tag. (part {named.Number})"));
        }

        return chosen;
    }

    private void CheckWhole(ObjectVersion version)
    {
        if (_request.Header("x-amz-mp-object-size") is { } size && size != version.Size.ToString(CultureInfo.InvariantCulture))
        {
            throw S3Errors.InvalidRequest("The provided 'x-amz-mp-object-size' header value does not match what was computed.");
        }

        var checksum = version.Checksum!;
        var algorithm = Algorithm(checksum.Algorithm);
        if (_request.Header(algorithm.HeaderName) is not { } sent)
        {
            return;
        }

        // A composite one is taken with its number of parts and without.
        var value = checksum.Value.Split('-')[0];
        var hyphen = sent.IndexOf('-');
        var sum = hyphen < 0 ? sent : sent[..hyphen];
        if (!Convert.TryFromBase64String(sum, new byte[algorithm.Bytes], out var length) || length != algorithm.Bytes)
        {
            throw S3Errors.InvalidRequest($"Value for {algorithm.HeaderName} header is invalid.");
        }

        if (sum != value || (hyphen >= 0 && sent != checksum.Value))
        {
            throw S3Errors.BadDigest($"The {algorithm.Name} you specified did not match the calculated checksum.");
        }
    }

    private sealed record NamedPart(int Number, string ETag, XElement Element)
    {
        public static NamedPart Of(XElement element)
            => int.TryParse(element.Value("PartNumber"), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                && element.Value("ETag") is { } etag
                ? new NamedPart(number, ObjectHeaders.Unquoted(etag), element)
                : throw S3Errors.MalformedXml();

        public string? Checksum(ChecksumAlgorithm algorithm) => Element.Value(algorithm.ElementName);
    }
}
