using System.Text.Json;

namespace Fairlead.Infrastructure.LocalCloud;

/// <summary>What requests to a local cloud are signed with. It is made at the first start of a state directory, is in a file there that only its owner can
/// read, and stays the same.</summary>
/// <param name="AccessKeyId">20 characters.</param>
/// <param name="SecretAccessKey">40 letters and digits.</param>
public sealed record LocalCloudAccessKey(string AccessKeyId, string SecretAccessKey)
{
    /// <summary>The id alone: records are printed in messages.</summary>
    public override string ToString() => AccessKeyId;

    /// <summary>The key in a file; null when there is none that can be read, as of a local cloud that was never started, or of an earlier version.</summary>
    internal static async Task<LocalCloudAccessKey?> ReadAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            return JsonSerializer.Deserialize(await File.ReadAllBytesAsync(file, cancellationToken), LocalCloudJson.Default.LocalCloudAccessKey) is
            { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0 } key
                ? key
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }
}
