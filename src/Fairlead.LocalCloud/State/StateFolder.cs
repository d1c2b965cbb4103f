using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.LocalCloud.State;

/// <summary>Which folder a state was made in, as the state itself says (<c>folder.json</c>): what was moved is told from what was copied by it.</summary>
/// <param name="Id">Of the folder. It stays when the folder is moved; a copy gets one of its own when it is first opened.</param>
/// <param name="Path">Where the folder was when it was last opened.</param>
/// <param name="Identity">Which folder that was, so that copies are told from it and from each other where it is not there any more. Null where the system does
/// not tell.</param>
internal sealed record StateFolder(string Id, string Path, string? Identity = null)
{
    public const string FileName = "folder.json";

    /// <summary>The note in a folder; null when there is none that can be read.</summary>
    public static StateFolder? Read(string folder)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(System.IO.Path.Combine(folder, FileName)), StateFolderJson.Default.StateFolder) is
            { Id.Length: > 0, Path.Length: > 0 } read
                ? read
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or JsonException)
        {
            return null;
        }
    }

    public byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, StateFolderJson.Default.StateFolder);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true)]
[JsonSerializable(typeof(StateFolder))]
internal sealed partial class StateFolderJson : JsonSerializerContext;
