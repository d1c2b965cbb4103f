using Nuke.Common.Parameters;

namespace Nuke.Common.Completion;

/// <summary>
/// What can follow the words of a command line: targets or values of the last switch, then switches. As in NUKE, switches are offered with two
/// dashes unless the word begins with one, and offers follow the case of what was typed.
/// </summary>
internal static class CommandLineCompletion
{
    public const string Targets = "Target";

    /// <param name="words">The command line behind the command itself, up to the cursor.</param>
    /// <param name="items">The build's parameters.</param>
    public static IReadOnlyList<string> Of(string words, IReadOnlyCollection<CompletionItem> items)
    {
        var parts = words.Split(' ', StringSplitOptions.TrimEntries);
        var current = parts[^1];
        var before = parts[..^1].Where(x => x.Length > 0).ToList();
        var last = before.FindLastIndex(CommandLine.IsSwitch);
        var passed = before.Skip(last + 1).ToList();

        var offers = new List<string>();
        if (!current.StartsWith('-'))
        {
            var parameter = last < 0 ? Targets : CommandLine.Normalize(before[last]);
            var item = items.FirstOrDefault(x => CommandLine.Normalize(x.Name) == CommandLine.Normalize(parameter));
            if (item is not null && (item.IsList || passed.Count == 0))
            {
                offers.AddRange(Values(item, current, passed));
            }
        }

        if (current.Length == 0 || current.StartsWith('-'))
        {
            offers.AddRange(Switches(items, current, before));
        }

        return offers;
    }

    private static IEnumerable<string> Values(CompletionItem item, string current, List<string> passed)
    {
        var last = item.Separator is { Length: > 0 } text ? current.LastIndexOf(text, StringComparison.Ordinal) : -1;
        var split = last >= 0;
        var separator = split ? last + (item.Separator?.Length ?? 0) : 0;
        var (head, tail) = split ? (current[..separator], current[separator..]) : ("", current);
        var used = passed.Append(head)
            .SelectMany(x => item.Separator is { Length: > 0 } ? x.Split(item.Separator) : [x])
            .Select(CommandLine.Normalize)
            .ToHashSet();
        foreach (var value in item.Values().Where(x => !used.Contains(CommandLine.Normalize(x))))
        {
            if (!item.IsName)
            {
                if (value.StartsWith(tail, StringComparison.Ordinal))
                {
                    yield return head + value;
                }
            }
            else if (Continue(value, tail) is { } same)
            {
                yield return head + same;
            }
            else if (Continue(string.Join('-', ParameterNames.Words(value)), tail) is { } dashed)
            {
                yield return head + dashed;
            }
        }
    }

    private static IEnumerable<string> Switches(IReadOnlyCollection<CompletionItem> items, string current, List<string> before)
    {
        var used = before.Where(CommandLine.IsSwitch).Select(CommandLine.Normalize).ToHashSet();
        var dashed = current.TrimStart('-').Length == 0 || current.StartsWith("--", StringComparison.Ordinal);
        return items
            .Where(x => !used.Contains(CommandLine.Normalize(x.Name)))
            .Select(x => Continue(dashed ? $"--{ParameterNames.Dashed(x.Name)}" : $"-{x.Name}", current))
            .OfType<string>();
    }

    /// <summary>The offer in the case that was typed; null when it does not continue the word.</summary>
    private static string? Continue(string offer, string typed)
    {
        if (!offer.StartsWith(typed, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        if (offer.StartsWith(typed, StringComparison.Ordinal))
        {
            return offer;
        }

        var letters = typed.Where(char.IsLetter).ToList();
        var rest = offer[typed.Length..];
        return typed + (letters.TrueForAll(char.IsUpper) ? rest.ToUpperInvariant() : letters.TrueForAll(char.IsLower) ? rest.ToLowerInvariant() : rest);
    }
}
