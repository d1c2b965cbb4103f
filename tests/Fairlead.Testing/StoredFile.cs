using System.Security.Cryptography;
using System.Text;

namespace Fairlead.Testing;

/// <summary>An object of a <see cref="MemoryS3"/>.</summary>
/// <param name="Content">The bytes.</param>
/// <param name="Headers">The headers that it is answered with.</param>
public sealed record StoredFile(byte[] Content, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Content);

    /// <summary>Without quotes.</summary>
    public string ETag { get; } = Convert.ToHexStringLower(MD5.HashData(Content));

    internal ScriptedResponse ToResponse() => new(200, Content, [.. Headers.Select(x => (x.Key, x.Value)), ("ETag", $"\"{ETag}\"")]);
}
