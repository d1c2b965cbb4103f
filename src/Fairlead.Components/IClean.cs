using Fairlead.Incremental;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;
using Serilog;

namespace Fairlead.Components;

/// <summary>Removes what builds leave behind. What the local cloud keeps is not touched.</summary>
public interface IClean : IHazArtifacts
{
    /// <summary>Directories below which <c>bin</c>, <c>obj</c>, <c>dist</c> and <c>node_modules</c> are removed.</summary>
    IEnumerable<AbsolutePath> CleanDirectories => [RootDirectory / "src", RootDirectory / "tests"];

    Target Clean => _ => _
        .Description("Removes what builds leave behind; the local cloud keeps what it has")
        .TryBefore<IRestore>(x => x.Restore)
        .TryBefore<IWebBuild>(x => x.WebRestore)
        .Executes(() =>
        {
            var made = CleanDirectories
                .SelectMany(MadeBelow)
                .Append(ArtifactsDirectory)
                .Append(TemporaryDirectory / "incremental")
                .Append(TemporaryDirectory / "publish")
                .Where(x => Directory.Exists(x)).ToList();
            made.DeleteDirectories();
            Log.Information("Removed {Count} directories.", made.Count);
        });

    private static IEnumerable<AbsolutePath> MadeBelow(AbsolutePath directory)
    {
        if (!Directory.Exists(directory))
        {
            yield break;
        }

        foreach (var child in Directory.EnumerateDirectories(directory))
        {
            if (SourceFiles.MadeByTools.Contains(Path.GetFileName(child)))
            {
                yield return child;
            }
            else
            {
                foreach (var below in MadeBelow(child))
                {
                    yield return below;
                }
            }
        }
    }
}
