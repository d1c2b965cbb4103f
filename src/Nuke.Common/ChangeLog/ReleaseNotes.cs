using NuGet.Versioning;

namespace Nuke.Common.ChangeLog;

/// <summary>A section of a changelog: what changed in one version.</summary>
public class ReleaseNotes
{
    public ReleaseNotes(NuGetVersion version, IReadOnlyList<string> notes, int startIndex, int endIndex)
        : this(notes, startIndex, endIndex)
    {
        Version = version;
    }

    public ReleaseNotes(IReadOnlyList<string> notes, int startIndex, int endIndex)
    {
        Notes = notes;
        StartIndex = startIndex;
        EndIndex = endIndex;
    }

    /// <summary>Whether there is nothing but blank lines.</summary>
    public bool IsEmpty => Notes.All(string.IsNullOrWhiteSpace);

    /// <summary>Whether the section collects what will be in the next version.</summary>
    public bool Unreleased => Version is null;

    /// <summary>null when it is unreleased.</summary>
    public NuGetVersion? Version { get; }

    /// <summary>The lines below the heading.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Index of the heading's line in the file.</summary>
    public int StartIndex { get; }

    /// <summary>Index of the last line with a note; that of the heading when there is none.</summary>
    public int EndIndex { get; }

    public override string ToString() => string.Join(Environment.NewLine, Notes);
}
