namespace Nuke.Common.IO;

/// <summary>Injects the files below the root directory that match: all into an array, the only one into a path.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class FileGlobbingAttribute : FileSystemGlobbingAttributeBase
{
    public FileGlobbingAttribute(params string[] patterns)
        : base(patterns, Globbing.GlobFiles)
    {
    }
}
