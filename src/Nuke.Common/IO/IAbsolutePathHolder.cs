namespace Nuke.Common.IO;

/// <summary>Something that is a file or directory, such as a project.</summary>
public interface IAbsolutePathHolder
{
    AbsolutePath Path { get; }
}
