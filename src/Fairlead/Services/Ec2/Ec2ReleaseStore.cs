using System.Net;
using System.Text.Json;
using Amazon.S3;
using Amazon.S3.Model;
using Fairlead.Aws;

namespace Fairlead.Services.Ec2;

/// <summary>The releases in their bucket: archives, the instances' marker and the record of the last complete deploy.</summary>
internal sealed class Ec2ReleaseStore(AwsClients aws, Ec2ServiceOptions options)
{
    // Written by deploy-release on each instance that serves the release, and read by new instances.
    private const string MarkerName = "current";
    private const string RecordName = "deployed.json";
    private const string ContentMetadata = "fairlead-sha256";

    private string Key(string name) => $"{options.ReleasePrefix}/{name}";

    private string ArchiveKey(string release) => Key($"{release}.tar.gz");

    /// <summary>Whether the archive is there, and its SHA-256 when its uploader recorded it.</summary>
    public async Task<(bool IsStored, string? Content)> FindAsync(string release, CancellationToken cancellationToken)
    {
        try
        {
            var head = await aws.S3.GetObjectMetadataAsync(options.ReleaseBucket, ArchiveKey(release), cancellationToken);
            return (true, head.Metadata[ContentMetadata] is { Length: > 0 } content ? content : null);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return (false, null);
        }
    }

    /// <summary>SHA-256 of the archive to upload; null when there is none.</summary>
    /// <exception cref="FairleadException">It cannot be read.</exception>
    public async Task<string?> LocalContentAsync(CancellationToken cancellationToken)
        => options.Archive is null ? null : await Ec2ReleaseArchive.DigestAsync(options.Archive, cancellationToken);

    /// <summary>Uploads the archive, unless one of that name is there: then nothing is written, and the plan of the next run compares the two.</summary>
    public async Task UploadAsync(string release, string content, CancellationToken cancellationToken)
    {
        var request = new PutObjectRequest
        {
            BucketName = options.ReleaseBucket,
            Key = ArchiveKey(release),
            FilePath = options.Archive,
            ContentType = "application/gzip",
            IfNoneMatch = "*",
            ChecksumSHA256 = Convert.ToBase64String(Convert.FromHexString(content)),
        };
        request.Metadata[ContentMetadata] = content;
        try
        {
            await aws.S3.PutObjectAsync(request, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.PreconditionFailed)
        {
            var (_, stored) = await FindAsync(release, cancellationToken);
            if (stored != content)
            {
                throw new FairleadException(
                    $"Release {release} was not uploaded.",
                    "Somebody else uploaded another archive under its name meanwhile.",
                    "Make a release with a new id.",
                    e);
            }
        }
    }

    /// <summary>The release that the last instance to deploy named.</summary>
    public async Task<string?> MarkerAsync(CancellationToken cancellationToken) => (await ReadAsync(MarkerName, cancellationToken))?.Trim();

    /// <summary>What the last complete deploy recorded; null when there was none or what is there cannot be understood, which a deploy replaces.</summary>
    public async Task<Ec2ReleaseRecord?> RecordAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await ReadAsync(RecordName, cancellationToken) is { } text ? JsonSerializer.Deserialize(text, Ec2Json.Default.Ec2ReleaseRecord) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Records a complete deploy.</summary>
    public Task WriteRecordAsync(Ec2ReleaseRecord record, CancellationToken cancellationToken) => aws.S3.PutObjectAsync(
        new PutObjectRequest
        {
            BucketName = options.ReleaseBucket,
            Key = Key(RecordName),
            ContentBody = JsonSerializer.Serialize(record, Ec2Json.Default.Ec2ReleaseRecord),
            ContentType = "application/json",
        },
        cancellationToken);

    private async Task<string?> ReadAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await aws.S3.GetObjectAsync(options.ReleaseBucket, Key(name), cancellationToken);
            using var reader = new StreamReader(answer.ResponseStream);
            return await reader.ReadToEndAsync(cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return null;
        }
    }
}
