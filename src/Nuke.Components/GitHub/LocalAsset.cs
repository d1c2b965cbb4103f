using System.Security.Cryptography;
using Nuke.Common.Execution;
using Nuke.Common.IO;

namespace Nuke.Components.GitHub;

/// <summary>A file that belongs to a release.</summary>
internal sealed record LocalAsset(AbsolutePath Path, long Size, string Digest)
{
    public string Name => Path.Name;

    /// <summary>Looks at the files before anything is changed.</summary>
    /// <exception cref="BuildException">A file is missing, or two would have the same name.</exception>
    public static IReadOnlyList<LocalAsset> Read(IEnumerable<AbsolutePath> files)
    {
        var assets = files.Distinct().Select(Read).ToList();
        foreach (var group in assets.GroupBy(x => GitHubAsset.NameOnServer(x.Name), StringComparer.OrdinalIgnoreCase).Where(x => x.Count() > 1))
        {
            throw new BuildException(
                $"A release cannot have two files with the name '{group.Key}': {string.Join(", ", group.Select(x => x.Path))}.", "Rename one of them.");
        }

        return assets;
    }

    /// <summary>Compares with what GitHub has under the name.</summary>
    /// <param name="existing">null: nothing.</param>
    /// <param name="isDraft">Nobody has seen a draft, so that its files may change.</param>
    public GitHubAssetStep Compare(GitHubAsset? existing, bool isDraft) => existing switch
    {
        null => GitHubAssetStep.Upload,
        { IsComplete: false } => GitHubAssetStep.Replace,
        _ when IsSame(existing) => GitHubAssetStep.Keep,
        _ => isDraft ? GitHubAssetStep.Replace : GitHubAssetStep.Refuse,
    };

    public bool IsSame(GitHubAsset existing) => existing.IsComplete && existing.Size == Size && (existing.Digest is null || existing.Digest == Digest);

    private static LocalAsset Read(AbsolutePath file)
    {
        if (!file.FileExists())
        {
            throw new BuildException($"The release's file {file} does not exist.", "Run the target that makes it before, or correct AssetFiles.");
        }

        using var stream = File.OpenRead(file);
        return new LocalAsset(file, stream.Length, $"sha256:{Convert.ToHexStringLower(SHA256.HashData(stream))}");
    }
}
