using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>Who holds the lock of a state, as terraform prints it.</summary>
/// <param name="Id">What <c>terraform force-unlock</c> asks for.</param>
/// <param name="Path">The state: <c>bucket/key</c>, or a file.</param>
/// <param name="Operation"><c>OperationTypeApply</c> and the like.</param>
/// <param name="Who"><c>user@host</c>.</param>
/// <param name="Created">Since when; null when it cannot be read.</param>
public sealed partial record StateLock(string Id, string Path, string Operation, string Who, DateTimeOffset? Created)
{
    // Lock Info:
    //   ID:        49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a
    //   Path:      state-bucket/flora/terraform.tfstate
    //   Operation: OperationTypeApply
    //   Who:       root@build-7
    //   Version:   1.11.4
    //   Created:   2026-11-21 07:38:19.856755 +0000 UTC
    //   Info:
    /// <summary>Reads the Lock Info of an error; null when there is none.</summary>
    public static StateLock? Find(string text)
    {
        var values = Line().Matches(text).GroupBy(x => x.Groups["name"].Value).ToDictionary(x => x.Key, x => x.First().Groups["value"].Value.Trim());
        if (!values.TryGetValue("ID", out var id) || id.Length == 0)
        {
            return null;
        }

        // "2026-11-21 07:38:19.856755123 +0000 UTC": more digits than a tick has, and the name of the zone.
        var created = Time().Match(values.GetValueOrDefault("Created", ""));
        return new StateLock(
            id,
            values.GetValueOrDefault("Path", ""),
            values.GetValueOrDefault("Operation", ""),
            values.GetValueOrDefault("Who", ""),
            DateTimeOffset.TryParse(
                created.Value,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal,
                out var time) && created.Success ? time : null);
    }

    /// <summary>One sentence on who holds it.</summary>
    public override string ToString()
    {
        var operation = Operation.StartsWith("OperationType", StringComparison.Ordinal) ? Operation["OperationType".Length..].ToLowerInvariant() : Operation;
        var doing = operation.Length is 0 || operation == "invalid" ? "" : $" for {operation}";
        var since = Created is { } created ? string.Create(CultureInfo.InvariantCulture, $" since {created:yyyy-MM-dd HH:mm:ss} UTC") : "";
        return $"{(Who.Length == 0 ? "Somebody" : Who)} holds it{doing}{since}{(Path.Length == 0 ? "" : $" ({Path})")}, lock {Id}.";
    }

    [GeneratedRegex(@"^[ \t]*(?<name>ID|Path|Operation|Who|Created):[ \t]*(?<value>.*)$", RegexOptions.Multiline)]
    private static partial Regex Line();

    [GeneratedRegex(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d")]
    private static partial Regex Time();
}
