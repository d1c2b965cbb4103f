namespace Nuke.Common.Tests;

/// <summary>Files of this repository. Where a source file was compiled is of no use: in CI its path is mapped to /_/.</summary>
internal static class Repository
{
    public static string PathOf(params string[] parts)
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Solution.sln")))
            directory = Path.GetDirectoryName(directory) ?? throw new InvalidOperationException($"Solution.sln is not above {AppContext.BaseDirectory}.");
        return Path.Combine([directory, .. parts]);
    }
}
