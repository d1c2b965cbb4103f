namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Where the content of a volume is. What lies in the state directory is kept relative to it, so that the directory can be moved and copied: an absolute path
/// would lead to the place where it was, or into the original of the copy.
/// </summary>
internal static class VolumePath
{
    private const string Folder = "volumes";

    /// <summary>The folder that the provisioner makes for a volume of a stack's service.</summary>
    public static string Of(string family, string volume) => $"{Folder}/{family}/{volume}";

    /// <summary>A source path as it is kept.</summary>
    /// <param name="root">The state directory.</param>
    /// <param name="family">Family of the task definition.</param>
    /// <param name="volume">Name of the volume.</param>
    /// <param name="sourcePath">As it was registered.</param>
    public static string Kept(string root, string family, string volume, string sourcePath)
    {
        if (!Path.IsPathFullyQualified(sourcePath))
        {
            return sourcePath;
        }

        var relative = Path.GetRelativePath(root, sourcePath).Replace('\\', '/');
        if (relative != ".." && !relative.StartsWith("../", StringComparison.Ordinal) && !Path.IsPathFullyQualified(relative))
        {
            return relative;
        }

        // Earlier versions kept the absolute path. That of a state directory which was moved or copied since ends as the provisioner's folders do.
        var own = Of(family, volume);
        return sourcePath.Replace('\\', '/').EndsWith($"/{own}", StringComparison.Ordinal) && Directory.Exists(Absolute(root, own)) ? own : sourcePath;
    }

    /// <summary>The folder on this machine.</summary>
    public static string Absolute(string root, string sourcePath) => Path.GetFullPath(sourcePath, root);
}
