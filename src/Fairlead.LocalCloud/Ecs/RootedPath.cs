namespace Fairlead.LocalCloud.Ecs;

/// <summary>Finds paths of an image inside the directory that it is unpacked in. Symbolic links are followed as
/// if that directory were the root, so that none leads out.</summary>
internal static class RootedPath
{
    // What Linux allows in one path (path_resolution(7)).
    private const int MaximumLinks = 40;

    /// <param name="root">Absolute directory of this machine.</param>
    /// <param name="path">Path in the image; relative ones begin at its root, <c>..</c> at the root stays there.</param>
    /// <param name="followLast">Whether a link at the very end is followed as well.</param>
    /// <returns>An absolute path of this machine at or below <paramref name="root"/>. It need not exist.</returns>
    /// <exception cref="InvalidDataException">The links go in a circle.</exception>
    public static string Resolve(string root, string path, bool followLast)
    {
        var pending = new Stack<string>(path.Split('/').Reverse());
        var current = new List<string>();
        var links = 0;
        while (pending.TryPop(out var part))
        {
            if (part is "" or ".")
            {
                continue;
            }

            if (part == "..")
            {
                if (current.Count > 0)
                {
                    current.RemoveAt(current.Count - 1);
                }

                continue;
            }

            if (part.Contains('\0', StringComparison.Ordinal) || (OperatingSystem.IsWindows() && part.AsSpan().IndexOfAny('\\', ':') >= 0))
            {
                throw new InvalidDataException($"'{path}' is not a path.");
            }

            current.Add(part);
            var isLast = pending.All(x => x is "" or ".");
            if ((isLast && !followLast) || new FileInfo(Join(root, current)).LinkTarget is not { } target)
            {
                continue;
            }

            if (++links > MaximumLinks)
            {
                throw new InvalidDataException($"The links of '{path}' go in a circle.");
            }

            current.RemoveAt(current.Count - 1);
            if (target.StartsWith('/'))
            {
                current.Clear();
            }

            foreach (var next in target.Split('/').Reverse())
            {
                pending.Push(next);
            }
        }

        return Join(root, current);
    }

    private static string Join(string root, List<string> parts) => Path.Combine([root, .. parts]);
}
