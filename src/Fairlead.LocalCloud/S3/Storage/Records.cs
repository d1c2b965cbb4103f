using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>A bucket's own settings.</summary>
internal sealed record BucketConfiguration
{
    public required DateTimeOffset Created { get; init; }

    public required string Region { get; init; }

    /// <summary>Null until versioning was first switched on, then <c>Enabled</c> or <c>Suspended</c>.</summary>
    public string? Versioning { get; init; }

    public string? Policy { get; init; }

    public PublicAccessBlock? PublicAccessBlock { get; init; }

    public Dictionary<string, string>? Tags { get; init; }

    /// <summary>Documents that are kept as they were sent, by the query parameter that names the setting (<c>cors</c>, <c>lifecycle</c> …), and by
    /// parameter and id where a bucket has several (<c>metrics/all</c>).</summary>
    /// <remarks>The serializer sets a member that is only for initialisation to null where a journal of an earlier version lacks it.</remarks>
    public Dictionary<string, string> Documents { get; init => field = value ?? []; } = [];
}

internal sealed record PublicAccessBlock(bool BlockPublicAcls, bool IgnorePublicAcls, bool BlockPublicPolicy, bool RestrictPublicBuckets);

/// <summary>What travels with an object besides its content.</summary>
internal sealed record ObjectMetadata
{
    public static ObjectMetadata None { get; } = new();

    /// <summary>Headers that a GET gives back, by their lower-case name: <c>content-type</c>, <c>cache-control</c> …</summary>
    public Dictionary<string, string> Headers { get; init; } = [];

    /// <summary><c>x-amz-meta-*</c>, by the lower-case name behind that prefix.</summary>
    public Dictionary<string, string> User { get; init; } = [];

    /// <summary>A canned access control list; null for the owner's full control alone.</summary>
    public string? Acl { get; init; }
}

/// <param name="Algorithm">Name as in <see cref="Checksums.ChecksumAlgorithm"/>.</param>
/// <param name="Value">Base64; a composite one ends in a hyphen and the number of parts.</param>
/// <param name="Type"><c>FULL_OBJECT</c> or <c>COMPOSITE</c>.</param>
internal sealed record ObjectChecksum(string Algorithm, string Value, string Type);

/// <summary>A stretch of content in a file of its own.</summary>
/// <param name="Number">1 to 10,000.</param>
/// <param name="Blob">Name of the file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ETag">MD5 in hexadecimal, without quotes.</param>
/// <param name="Checksum">Base64, in the algorithm of the upload or the object.</param>
/// <param name="LastModified">Whole seconds.</param>
internal sealed record StoredPart(int Number, string Blob, long Size, string ETag, string Checksum, DateTimeOffset LastModified);

/// <summary>One version of an object, or a delete marker. Never changed; replaced.</summary>
internal sealed record ObjectVersion
{
    public const string NullId = "null";

    public required string Key { get; init; }

    /// <summary><see cref="NullId"/> when it was written while the bucket was not versioned.</summary>
    public string VersionId { get; init; } = NullId;

    /// <summary>Its place among all versions that the bucket ever had, from 1: a page of a listing goes on behind it though the version is deleted meanwhile. 0
    /// until the index has given it one.</summary>
    public long Sequence { get; init; }

    public bool IsDeleteMarker { get; init; }

    /// <summary>Whole seconds: HTTP dates have no more.</summary>
    public DateTimeOffset LastModified { get; init; }

    /// <summary>Without quotes.</summary>
    public string ETag { get; init; } = "";

    public long Size { get; init; }

    /// <summary>The content in order. More than one after a multipart upload.</summary>
    public IReadOnlyList<StoredPart> Parts { get; init; } = [];

    public bool IsMultipart { get; init; }

    public ObjectMetadata Metadata { get; init; } = ObjectMetadata.None;

    public ObjectChecksum? Checksum { get; init; }

    public Dictionary<string, string>? Tags { get; init; }
}

/// <summary>A multipart upload under way.</summary>
internal sealed record MultipartUpload
{
    public required string Key { get; init; }

    public required string UploadId { get; init; }

    public required DateTimeOffset Initiated { get; init; }

    public required ObjectMetadata Metadata { get; init; }

    public Dictionary<string, string>? Tags { get; init; }

    public required string Algorithm { get; init; }

    /// <summary>False when the client named no algorithm and S3's own default is computed.</summary>
    public bool AlgorithmWasNamed { get; init; }

    public required string ChecksumType { get; init; }

    [JsonIgnore]
    public SortedDictionary<int, StoredPart> Parts { get; } = [];
}

/// <summary>An upload that has become an object: who asks again to complete it, because the first answer was lost, gets that answer again.</summary>
/// <param name="UploadId">Of the upload.</param>
/// <param name="AlgorithmWasNamed">As in <see cref="MultipartUpload"/>.</param>
/// <param name="Object">What it became. It may be overwritten or deleted by now.</param>
internal sealed record CompletedUpload(string UploadId, bool AlgorithmWasNamed, ObjectVersion Object);

/// <summary>One line of a bucket's journal: exactly one of the changes is set (a put may also name the upload that it completes).</summary>
internal sealed record JournalRecord
{
    public BucketConfiguration? Configuration { get; init; }

    public ObjectVersion? Put { get; init; }

    public string? CompletedUpload { get; init; }

    /// <summary>Stands in a rewritten journal for an upload and the put that completed it.</summary>
    public CompletedUpload? Completed { get; init; }

    public RemovedVersion? Remove { get; init; }

    public ChangedTags? Tag { get; init; }

    public MultipartUpload? Upload { get; init; }

    public UploadedPart? Part { get; init; }

    public string? Abort { get; init; }
}

internal sealed record RemovedVersion(string Key, string VersionId);

internal sealed record ChangedTags(string Key, string VersionId, Dictionary<string, string>? Tags);

internal sealed record UploadedPart(string UploadId, StoredPart Part);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(JournalRecord))]
internal sealed partial class JournalJson : JsonSerializerContext;
