using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Fairlead.Releases;

/// <summary>
/// Names a release: UTC time to the second and commit, <c>20261121-101502-6cef224</c>, with <c>-dirty</c> when the working tree was not
/// the commit's. Ordered by time. Safe in keys, URLs, tags and environment variables.
/// </summary>
[JsonConverter(typeof(ReleaseIdJsonConverter))]
public sealed partial record ReleaseId : IComparable<ReleaseId>
{
    private const string TimeFormat = "yyyyMMdd-HHmmss";
    private readonly string _text;

    private ReleaseId(string text) => _text = text;

    public DateTimeOffset Time
        => DateTimeOffset.ParseExact(
            _text.AsSpan(0, TimeFormat.Length),
            TimeFormat,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    /// <summary>First seven digits of the commit.</summary>
    public string Commit => _text.Substring(TimeFormat.Length + 1, 7);

    /// <summary>Whether the release was made from a working tree with changes that no commit has.</summary>
    public bool IsDirty => _text.EndsWith("-dirty", StringComparison.Ordinal);

    /// <param name="time">When; parts of seconds are dropped.</param>
    /// <param name="commit">Hexadecimal, at least seven digits; null when the source is under no version control.</param>
    /// <param name="isDirty">Whether the working tree differs from the commit.</param>
    /// <exception cref="ArgumentException">The commit is not hexadecimal or too short.</exception>
    public static ReleaseId Create(DateTimeOffset time, string? commit, bool isDirty = false)
    {
        commit = commit?.ToLowerInvariant() ?? "0000000";
        var text =
            $"{time.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}-{(commit.Length > 7 ? commit[..7] : commit)}{(isDirty ? "-dirty" : "")}";
        return TryParse(text, out var id) ? id : throw new ArgumentException($"'{commit}' is not a commit.", nameof(commit));
    }

    public static bool TryParse(string? text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out ReleaseId? id)
    {
        id = text is not null && Pattern().IsMatch(text)
            && DateTimeOffset.TryParseExact(text.AsSpan(0, TimeFormat.Length), TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)
            ? new ReleaseId(text)
            : null;
        return id is not null;
    }

    /// <exception cref="FairleadException">The text is not a release id.</exception>
    public static ReleaseId Parse(string text)
        => TryParse(text, out var id)
            ? id
            : throw new FairleadException(
                $"'{text}' is not a release.",
                "A release id looks like 20261121-101502-6cef224.",
                "./build.sh Releases lists those that there are.");

    public int CompareTo(ReleaseId? other) => string.CompareOrdinal(_text, other?._text);

    public override string ToString() => _text;

    [GeneratedRegex("^[0-9]{8}-[0-9]{6}-[0-9a-f]{7}(-dirty)?\\z", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

internal sealed class ReleaseIdJsonConverter : JsonConverter<ReleaseId>
{
    public override ReleaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        => ReleaseId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("not a release id");

    public override void Write(Utf8JsonWriter writer, ReleaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
