using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>What differs between two values, attribute by attribute.</summary>
internal static class AttributeDiff
{
    public const string Sensitive = "(sensitive)";
    public const string Unknown = "(known after apply)";

    private const string AllTags = "tags_all";
    private const int LongestValue = 120;

    // JSON nests 64 deep; a key may hold some dots of its own.
    private const int MostParts = 256;

    public static IReadOnlyList<AttributeChange> Of(PlannedResource resource)
    {
        var changes = new List<AttributeChange>();
        Compare("", resource.Before, resource.After, changes);
        // tags_all is the provider's sum of tags and default_tags: what tags says already is not said again.
        var said = changes.Select(x => (x.Path, x.Before, x.After)).ToHashSet();
        changes.RemoveAll(x => x.Path.StartsWith(AllTags, StringComparison.Ordinal)
            && said.Contains((string.Concat("tags", x.Path.AsSpan(AllTags.Length)), x.Before, x.After)));
        if (resource.ReplacePaths.Count == 0)
        {
            return changes;
        }

        // A path may name a whole block whose inside differs, or a part of what is shown as one value.
        var replacing = resource.ReplacePaths.ToHashSet(StringComparer.Ordinal);
        var around = replacing.SelectMany(Outer).ToHashSet(StringComparer.Ordinal);
        return changes
            .Select(x => x with { ForcesReplacement = around.Contains(x.Path) || Outer(x.Path).Any(replacing.Contains) })
            .OrderByDescending(x => x.ForcesReplacement)
            .ToList();
    }

    public static IReadOnlyList<AttributeChange> Of(PlannedValue before, PlannedValue after, string path)
    {
        var changes = new List<AttributeChange>();
        Compare(path, before, after, changes);
        return changes;
    }

    /// <summary>One value on one line.</summary>
    public static string Show(PlannedValue value)
        => value.IsSensitive ? Sensitive
            : value.IsUnknown ? Unknown
            : value.IsNull ? "null"
            : Cut(Whole(value));

    /// <summary>As <see cref="Show"/>, however long it is.</summary>
    public static string Whole(PlannedValue value)
        => value.Json.ValueKind == JsonValueKind.String ? Quote(SecretText.Hide(value.Json.GetString()!))
            : (value.IsMap || value.IsList) && (value.HasSensitive || value.HasUnknown) ? Partly(value)
            : Compact(value.Json);

    /// <summary>A path, and those of all that it is within, the innermost first.</summary>
    private static IEnumerable<string> Outer(string path)
    {
        var parts = 0;
        for (var end = path.Length; end >= 0 && parts < MostParts; end = end == 0 ? -1 : path.AsSpan(0, end).LastIndexOfAny('.', '['))
        {
            parts++;
            yield return path[..end];
        }
    }

    private static void Compare(string path, PlannedValue before, PlannedValue after, List<AttributeChange> changes)
    {
        if (before.IsNull && after.IsNull)
        {
            return;
        }

        if (before.IsSensitive || after.IsSensitive)
        {
            if (after.HasUnknown || before.IsNull != after.IsNull || !JsonElement.DeepEquals(before.Json, after.Json))
            {
                changes.Add(new AttributeChange(path, before.IsNull ? null : Sensitive, after.IsNull ? null : Sensitive));
            }

            return;
        }

        if (after.IsUnknown || !SameShape(before, after))
        {
            // An empty list beside none at all is the provider's bookkeeping, not a difference.
            if (!(before.IsEmpty && after.IsEmpty && !after.IsUnknown))
            {
                changes.Add(new AttributeChange(path, before.IsNull ? null : Show(before), after.IsNull ? null : Show(after)));
            }

            return;
        }

        if (before.IsMap || after.IsMap)
        {
            foreach (var name in before.Names.Union(after.Names, StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                Compare(PlanAddress.Join(path, name), before[name], after[name], changes);
            }
        }
        else if (before.IsList)
        {
            CompareLists(path, before, after, changes);
        }
        else if (!JsonElement.DeepEquals(before.Json, after.Json))
        {
            if (Document(before) is { } oldDocument && Document(after) is { } newDocument)
            {
                Compare(path, oldDocument, newDocument, changes);
            }
            else
            {
                changes.Add(new AttributeChange(path, Show(before), Show(after)));
            }
        }
    }

    // Sets come as lists, and the JSON does not say which is which. Items that stay are dropped from both; when as many go as
    // come, and they are structures, the pairs are compared, for that is what a changed rule or block looks like.
    private static void CompareLists(string path, PlannedValue before, PlannedValue after, List<AttributeChange> changes)
    {
        var old = before.Items.Select((x, i) => (Value: x, Index: i)).ToList();
        var equal = old.GroupBy(x => x.Value.Json, x => x.Index, JsonValueComparer.Instance)
            .ToDictionary(x => x.Key, x => new Queue<int>(x), JsonValueComparer.Instance);
        var stay = new HashSet<int>();
        var come = new List<(PlannedValue Value, int Index)>();
        foreach (var item in after.Items.Select((x, i) => (Value: x, Index: i)))
        {
            if (!item.Value.HasUnknown && equal.TryGetValue(item.Value.Json, out var indexes) && indexes.TryDequeue(out var same))
            {
                stay.Add(same);
            }
            else
            {
                come.Add(item);
            }
        }

        var gone = old.FindAll(x => !stay.Contains(x.Index));
        if (gone.Count == come.Count && gone.All(x => x.Value.IsMap) && come.All(x => x.Value.IsMap))
        {
            foreach (var (was, @new) in gone.Zip(come))
            {
                Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{@new.Index}]"), was.Value, @new.Value, changes);
            }
        }
        else if (gone.Count > 0 || come.Count > 0)
        {
            changes.Add(new AttributeChange(path, Join(gone.Select(x => x.Value)), Join(come.Select(x => x.Value))));
        }
        else if (!JsonElement.DeepEquals(before.Json, after.Json))
        {
            changes.Add(new AttributeChange(path, Show(before), Show(after)));
        }
    }

    private static string? Join(IEnumerable<PlannedValue> values)
    {
        var text = string.Join(", ", values.Select(Show));
        return text.Length == 0 ? null : Cut(text);
    }

    private static bool SameShape(PlannedValue before, PlannedValue after)
        // A map that comes or goes is told by its entries, which is how tags are read.
        => (before.IsMap && after.IsMap)
            || (before.IsNull && after is { IsMap: true, IsEmpty: false })
            || (after.IsNull && before is { IsMap: true, IsEmpty: false })
            || (before.IsList && after.IsList)
        || (!before.IsNull && !after.IsNull && !before.IsMap && !before.IsList && !after.IsMap && !after.IsList);

    // Policies are JSON in a text: a difference is told inside it, not as two walls of text.
    private static PlannedValue? Document(PlannedValue value)
        => value.Json.ValueKind == JsonValueKind.String && SecretText.Document(value.Json.GetString()!) is { } document ? new PlannedValue(document) : null;

    private static string Partly(PlannedValue value)
    {
        if (value.IsSensitive || value.IsUnknown || !(value.IsMap || value.IsList))
        {
            return Show(value);
        }

        return value.IsList
            ? $"[{string.Join(",", value.Items.Select(Partly))}]"
            : $"{{{string.Join(",", value.Names.Select(x => $"{Quote(x)}:{Partly(value[x])}"))}}}";
    }

    private static string Compact(JsonElement element)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            element.WriteTo(writer);
        }

        return Harmless(Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length));
    }

    private static string Quote(string text)
        => $"\"{Harmless(text.Replace("\\", @"\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal))}\"";

    // Control characters could move a terminal's cursor, and marks of direction could turn a line round:
    // both could hide what happens. As escapes they are harmless.
    private static string Harmless(string text)
    {
        var quoted = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            quoted.Append(character switch
            {
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                _ when char.IsControl(character)
                    || character is '\u2028' or '\u2029' or (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') => $"\\u{(int)character:x4}",
                _ => character.ToString(),
            });
        }

        return quoted.ToString();
    }

    private static string Cut(string text)
        => text.Length <= LongestValue ? text : string.Create(
            CultureInfo.InvariantCulture,
            $"{text.AsSpan(0, char.IsHighSurrogate(text[LongestValue - 1]) ? LongestValue - 1 : LongestValue)}… ({text.Length} characters)");
}
