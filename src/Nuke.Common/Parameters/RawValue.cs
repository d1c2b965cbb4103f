using System.Text.Json;

namespace Nuke.Common.Parameters;

/// <summary>A parameter's value before conversion, and where it was found.</summary>
/// <param name="Texts">Its tokens; none for a switch without a value.</param>
/// <param name="Json">Set when the value is an object in a parameters file, or an array that contains one.</param>
/// <param name="Origin">For messages, such as "--retries" or "'Retries' in .nuke/parameters.json:3:14".</param>
/// <param name="Directory">What a relative path is relative to.</param>
internal sealed record RawValue(IReadOnlyList<string> Texts, JsonElement? Json, string Origin, string Directory)
{
    /// <summary>Set when the value comes from a parameters file.</summary>
    public ParametersFile? File { get; init; }

    /// <summary>The property of <see cref="File"/>.</summary>
    public ParametersFile.Property? Property { get; init; }

    /// <summary>The value comes from an environment variable, where it is one text also when it is a list.</summary>
    public bool IsVariable { get; init; }

    /// <summary>What an encrypted text begins with.</summary>
    public const string EncryptedPrefix = "v1:";

    /// <summary>Written by `:secrets`.</summary>
    public bool IsEncrypted => File is not null && Texts is [var text] && text.StartsWith(EncryptedPrefix, StringComparison.Ordinal);
}
