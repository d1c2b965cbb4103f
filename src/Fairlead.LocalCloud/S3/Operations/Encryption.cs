using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.S3.Wire;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>What S3 says of the encryption of an object: what it was sent with, else what the bucket has by default. Nothing is encrypted here.</summary>
internal static class Encryption
{
    public const string Header = "x-amz-server-side-encryption";
    public const string KeyHeader = "x-amz-server-side-encryption-aws-kms-key-id";

    private const string Managed = "AES256";

    private static readonly string[] Algorithms = [Managed, "aws:kms", "aws:kms:dsse"];

    /// <summary>Fills in the bucket's default: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucket-encryption.html</summary>
    /// <exception cref="Protocol.AwsServiceException">InvalidArgument: no such algorithm, or a key without one that takes it.</exception>
    public static void Apply(Dictionary<string, string> headers, BucketConfiguration bucket)
    {
        if (headers.TryGetValue(Header, out var sent))
        {
            if (!Algorithms.Contains(sent))
            {
                throw S3Errors.InvalidArgument("The encryption method specified is not supported");
            }
        }
        else if (headers.ContainsKey(KeyHeader))
        {
            throw S3Errors.InvalidArgument("Server Side Encryption with AWS KMS managed key requires HTTP header x-amz-server-side-encryption : aws:kms");
        }
        else
        {
            var rule = S3Xml.Parse(BucketSetting.All["encryption"].Of(bucket)!)
                .All("Rule").SelectMany(x => x.All("ApplyServerSideEncryptionByDefault")).FirstOrDefault();
            headers[Header] = rule?.Value("SSEAlgorithm") ?? Managed;
            if (rule?.Value("KMSMasterKeyID") is { Length: > 0 } key)
            {
                headers[KeyHeader] = key;
            }
        }

        if (headers[Header] == Managed && headers.Remove(KeyHeader) && sent is not null)
        {
            throw S3Errors.InvalidArgument($"Server Side Encryption with AWS KMS managed key requires HTTP header {Header} : aws:kms");
        }
    }
}
