namespace Nuke.Common.IO;

/// <summary>Whether patterns match names in another case; by default as on the platform.</summary>
public enum GlobbingCaseSensitivity
{
    Auto,
    CaseSensitive,
    CaseInsensitive,
}
