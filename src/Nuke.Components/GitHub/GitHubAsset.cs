using System.Text.Json;

namespace Nuke.Components.GitHub;

/// <summary>A file of a release, as GitHub has it.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Name">Its name, in which GitHub replaced some characters.</param>
/// <param name="IsComplete">false: an upload broke and left this behind.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Digest">sha256:…; null on servers that do not tell.</param>
internal sealed record GitHubAsset(long Id, string Name, bool IsComplete, long Size, string Digest)
{
    public static GitHubAsset Read(JsonElement asset) => new(
        asset.GetProperty("id").GetInt64(),
        asset.GetProperty("name").GetString(),
        asset.GetProperty("state").GetString() == "uploaded",
        asset.GetProperty("size").GetInt64(),
        asset.TryGetProperty("digest", out var digest) && digest.ValueKind == JsonValueKind.String ? digest.GetString() : null);

    /// <summary>What to compare names by: GitHub turns blanks and other special characters into periods, and trims those at the ends.</summary>
    public static string NameOnServer(string name) =>
        new string([.. name.Select(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '-' or '_' ? x : '.')]).Trim('.');
}
