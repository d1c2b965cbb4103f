using NuGet.Versioning;
using Nuke.Common.IO;

namespace Nuke.Common.ChangeLog;

/// <summary>A changelog as https://keepachangelog.com describes it.</summary>
public class ChangeLog
{
    public ChangeLog(string path, ReleaseNotes? unreleased, IReadOnlyList<ReleaseNotes> releaseNotes)
    {
        Path = path;
        Unreleased = unreleased;
        ReleaseNotes = [.. releaseNotes.Where(x => !x.Unreleased).OrderBy(x => x.Version)];
    }

    public ChangeLog(string path, IReadOnlyList<ReleaseNotes> releaseNotes)
        : this(path, null, releaseNotes)
    {
    }

    public AbsolutePath Path { get; }

    /// <summary>What will be in the next version; null when there is no such section.</summary>
    public ReleaseNotes? Unreleased { get; }

    /// <summary>The versions, lowest first.</summary>
    public IReadOnlyList<ReleaseNotes> ReleaseNotes { get; }

    /// <summary>The highest version; null when there is none.</summary>
    public NuGetVersion? LatestVersion => ReleaseNotes.LastOrDefault()?.Version;
}
