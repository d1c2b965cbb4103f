using Nuke.Common.Execution;

namespace Nuke.Common.IO;

/// <summary>A pattern, taken apart at its separators.</summary>
internal sealed class GlobPattern
{
    // null stands for any number of directories.
    private readonly IReadOnlyList<GlobName?> _segments;

    public GlobPattern(string pattern, bool isCaseSensitive)
    {
        if (PathConstruction.HasPathRoot(pattern))
        {
            throw new BuildException($"The pattern '{pattern}' is absolute.", "Patterns are relative to the directory that they are used on.");
        }

        _segments = [.. pattern.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Where(x => x != ".")
            .Select(x => x == "**" ? null : new GlobName(x, isCaseSensitive))];
    }

    public IEnumerable<string> Files(string directory) => new Walk(_segments, directory, wantsFiles: true).From(directory, segment: 0);

    public IEnumerable<string> Directories(string directory) => new Walk(_segments, directory, wantsFiles: false).From(directory, segment: 0);

    /// <summary>One search. It goes only into directories that can have a match, and takes each match once.</summary>
    private sealed class Walk(IReadOnlyList<GlobName?> segments, string root, bool wantsFiles)
    {
        private static readonly EnumerationOptions All = new() { IgnoreInaccessible = false, AttributesToSkip = FileAttributes.None };

        // Two ** reach the same directory in several ways.
        private readonly HashSet<(string Directory, int Segment)> _visited = [];
        private readonly HashSet<(string Target, int Segment)> _followed = [];

        public IEnumerable<string> From(string directory, int segment)
        {
            if (!_visited.Add((directory, segment)) || !Directory.Exists(directory))
            {
                return [];
            }

            if (segment == segments.Count)
            {
                return wantsFiles ? [] : [directory];
            }

            var name = segments[segment];
            var isLast = segment == segments.Count - 1;
            var matches = wantsFiles && isLast
                ? Directory.EnumerateFiles(directory, "*", All).Where(x => name is null || name.Matches(Path.GetFileName(x)))
                : [];
            if (name is null)
            {
                return matches
                    .Concat(From(directory, segment + 1))
                    .Concat(Directory.EnumerateDirectories(directory, "*", All).Where(x => MayEnter(x, segment)).SelectMany(x => From(x, segment)));
            }

            return wantsFiles && isLast ? matches : Children(directory, name).SelectMany(x => From(x, segment + 1));
        }

        private static IEnumerable<string> Children(string directory, GlobName name) => name.Literal is { } literal
            ? [Path.Combine(directory, literal)]
            : Directory.EnumerateDirectories(directory, "*", All).Where(x => name.Matches(Path.GetFileName(x)));

        // A link to what is searched anyway would be searched twice, or for ever.
        private bool MayEnter(string directory, int segment)
        {
            if (new DirectoryInfo(directory).ResolveLinkTarget(returnFinalTarget: true)?.FullName is not { } target)
            {
                return true;
            }

            return !PathConstruction.IsDescendantPath(root, target) && !PathConstruction.IsDescendantPath(target, root) && _followed.Add((target, segment));
        }
    }
}
