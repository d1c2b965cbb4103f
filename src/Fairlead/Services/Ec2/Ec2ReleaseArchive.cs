using System.Security.Cryptography;

namespace Fairlead.Services.Ec2;

/// <summary>The archive that instances unpack as a release.</summary>
public static class Ec2ReleaseArchive
{
    /// <summary>SHA-256 of the archive, in 64 lower-case hexadecimal digits.</summary>
    /// <exception cref="FairleadException">It cannot be read.</exception>
    public static async Task<string> DigestAsync(string archive, CancellationToken cancellationToken)
    {
        try
        {
            using var file = File.OpenRead(archive);
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, cancellationToken));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new FairleadException(
                "The archive of the release cannot be read.",
                $"{archive}: {e.Message.TrimEnd('.')}.",
                "Build the release first, and do not skip the target that packs it.",
                e);
        }
    }
}
