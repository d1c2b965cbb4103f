namespace Nuke.Common.IO;

/// <summary>Injects the directories below the root directory that match: all into an array, the only one into a path.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public class DirectoryGlobbingAttribute : FileSystemGlobbingAttributeBase
{
    public DirectoryGlobbingAttribute(params string[] patterns)
        : base(patterns, Globbing.GlobDirectories)
    {
    }
}
