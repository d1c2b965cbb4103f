using System.Text.RegularExpressions;
using Nuke.Common.IO;

namespace Nuke.Common.ProjectModel;

/// <summary>A solution as text (https://learn.microsoft.com/visualstudio/extensibility/internals/solution-dot-sln-file).</summary>
internal static partial class SlnFile
{
    private const string Header = "Microsoft Visual Studio Solution File";
    private const string FolderType = "2150E333-8FDC-42A3-9474-1A3956D46DE8";

    public static IReadOnlyCollection<SolutionEntry> Read(AbsolutePath file, string[] lines)
    {
        if (!lines.Any(x => x.StartsWith(Header, StringComparison.Ordinal)))
        {
            throw SolutionModelExtensions.Broken(file, 1, $"it does not begin with '{Header}'.");
        }

        var entries = new Dictionary<string, SolutionEntry>(StringComparer.OrdinalIgnoreCase);
        var open = 0; // Line of the Project that has not ended.
        var isNesting = false;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].Trim();
            if (line.StartsWith("Project(", StringComparison.Ordinal))
            {
                RequireEnd();
                open = i + 1;
                var entry = Entry(line)
                    ?? throw SolutionModelExtensions.Broken(file, i + 1, $"expected Project(\"{{TYPE}}\") = \"NAME\", \"PATH\", \"{{ID}}\", but found: {line}");
                if (!entries.TryAdd(entry.Id, entry))
                {
                    throw SolutionModelExtensions.Broken(file, i + 1, $"'{entry.Name}' has the same ID as '{entries[entry.Id].Name}'.");
                }
            }
            else if (line == "EndProject")
            {
                open = 0;
            }
            else if (line == "Global")
            {
                RequireEnd();
            }
            else if (line.StartsWith("GlobalSection(", StringComparison.Ordinal))
            {
                isNesting = line.StartsWith("GlobalSection(NestedProjects)", StringComparison.Ordinal);
            }
            else if (isNesting && NestingPattern().Match(line) is { Success: true } nesting)
            {
                Nest(entries, nesting.Groups[1].Value, nesting.Groups[2].Value, reason => SolutionModelExtensions.Broken(file, i + 1, reason));
            }
        }

        RequireEnd();
        return entries.Values;

        void RequireEnd()
        {
            if (open > 0)
            {
                throw SolutionModelExtensions.Broken(file, open, "this Project has no EndProject.");
            }
        }
    }

    // Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "src\App\App.csproj", "{5D0D4F2D-2E2A-4B0B-9C63-51A6C0B8B2B4}"
    private static SolutionEntry? Entry(string line)
    {
        var match = ProjectPattern().Match(line);
        if (!match.Success)
        {
            return null;
        }

        var isFolder = match.Groups["type"].Value.Equals(FolderType, StringComparison.OrdinalIgnoreCase);
        return new SolutionEntry(
            match.Groups["id"].Value, match.Groups["name"].Value, isFolder ? null : SolutionEntry.Native(match.Groups["path"].Value), ParentId: null);
    }

    // Editors leave lines of projects that are gone; those say nothing.
    private static void Nest(Dictionary<string, SolutionEntry> entries, string child, string parent, Func<string, Exception> broken)
    {
        if (!entries.TryGetValue(child, out var entry) || !entries.TryGetValue(parent, out var folder))
        {
            return;
        }

        if (!folder.IsFolder)
        {
            throw broken($"'{entry.Name}' cannot be in '{folder.Name}', which is a project.");
        }

        entries[child] = entry with { ParentId = folder.Id };
        var depth = 0;
        for (var above = folder; above is not null; above = above.ParentId is { } id ? entries[id] : null)
        {
            if (++depth > SolutionEntry.Deepest)
            {
                throw broken($"folders are nested more than {SolutionEntry.Deepest} deep.");
            }

            if (above.Id.Equals(child, StringComparison.OrdinalIgnoreCase))
            {
                throw broken($"the folder '{entry.Name}' is inside of itself.");
            }
        }
    }

    [GeneratedRegex("""^Project\("\{(?<type>[^}]+)\}"\)\s*=\s*"(?<name>[^"]+)"\s*,\s*"(?<path>[^"]+)"\s*,\s*"\{(?<id>[^}]+)\}"$""")]
    private static partial Regex ProjectPattern();

    [GeneratedRegex(@"^\{([^}]+)\}\s*=\s*\{([^}]+)\}$")]
    private static partial Regex NestingPattern();
}
