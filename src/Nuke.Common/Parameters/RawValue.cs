using System.Text.Json;

namespace Nuke.Common.Parameters;

/// <summary>A parameter's value before conversion, and where it was found.</summary>
/// <param name="Texts">Its tokens; none for a switch without a value.</param>
/// <param name="Json">Set when the value is an object in a parameters file, or an array that contains one.</param>
/// <param name="Origin">For messages, such as "--retries" or "'Retries' in .nuke/parameters.json".</param>
/// <param name="Directory">What a relative path is relative to.</param>
internal sealed record RawValue(IReadOnlyList<string> Texts, JsonElement? Json, string Origin, string Directory);
