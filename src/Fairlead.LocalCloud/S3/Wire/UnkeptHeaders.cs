namespace Fairlead.LocalCloud.S3.Wire;

/// <summary>
/// Headers that ask for a protection which is not here. To take one and do nothing would be to promise what is not kept: it is refused wherever it is sent.
/// Lists are refused in <see cref="Operations.AccessControlLists"/>, conditions where they are read.
/// </summary>
internal static class UnkeptHeaders
{
    /// <summary>What their names begin with.</summary>
    private static readonly string[] Prefixes =
    [
        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/ServerSideEncryptionCustomerKeys.html
        "x-amz-server-side-encryption-customer-", "x-amz-copy-source-server-side-encryption-customer-",

        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html
        "x-amz-server-side-encryption-context",

        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html
        "x-amz-object-lock-",

        // https://docs.aws.amazon.com/AmazonS3/latest/userguide/directory-buckets-objects-append.html
        "x-amz-write-offset-bytes",
    ];

    /// <exception cref="Protocol.AwsServiceException">NotImplemented.</exception>
    public static void Refuse(S3Request request)
    {
        if (request.Context.Request.Headers.Keys.FirstOrDefault(IsUnkept) is { } header)
        {
            throw S3Errors.NotImplemented($"the header {header.ToLowerInvariant()}");
        }
    }

    private static bool IsUnkept(string header) => Array.Exists(Prefixes, x => header.StartsWith(x, StringComparison.OrdinalIgnoreCase));
}
