using Fairlead.LocalCloud.Protocol;

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
    /// <param name="sourcePath">As it was registered: absolute, or relative to the state directory and below the folder of its volumes.</param>
    /// <exception cref="AwsServiceException">ClientException, with what is wrong.</exception>
    public static string Kept(string root, string sourcePath)
    {
        if (sourcePath.Length == 0)
        {
            throw new AwsServiceException("ClientException", "The sourcePath of a volume's host should not be empty.");
        }

        if (Path.IsPathFullyQualified(sourcePath))
        {
            return Inside(root, sourcePath) ?? sourcePath;
        }

        return Inside(Path.Combine(root, Folder), Absolute(root, sourcePath)) is not (null or ".")
            ? sourcePath
            : throw new AwsServiceException(
                "ClientException",
                $"The sourcePath '{sourcePath}' of a volume's host must be an absolute path, or one below {Folder}/ in the state of the local cloud.");
    }

    /// <summary>The path that an earlier version kept, which was always absolute, as it is kept now. That of a state directory which was moved or copied since
    /// ends as the provisioner's folders do.</summary>
    public static string Upgraded(string root, string family, string volume, string sourcePath)
    {
        if (!Path.IsPathFullyQualified(sourcePath))
        {
            return sourcePath;
        }

        var own = Of(family, volume);
        return Inside(root, sourcePath)
            ?? (sourcePath.Replace('\\', '/').EndsWith($"/{own}", StringComparison.Ordinal) && Directory.Exists(Absolute(root, own)) ? own : sourcePath);
    }

    /// <summary>The folder on this machine.</summary>
    public static string Absolute(string root, string sourcePath) => Path.GetFullPath(sourcePath, root);

    /// <summary>An absolute path relative to a folder that it lies in; null when it does not.</summary>
    private static string? Inside(string folder, string path)
    {
        var relative = Path.GetRelativePath(folder, path).Replace('\\', '/');
        return relative == ".." || relative.StartsWith("../", StringComparison.Ordinal) || Path.IsPathFullyQualified(relative) ? null : relative;
    }
}
