namespace Fairlead.Incremental;

/// <summary>One file as it was looked at.</summary>
/// <param name="Name">Path relative to the root, with forward slashes.</param>
/// <param name="Digest">SHA-256 of the content in lower-case hexadecimal, or <see cref="Absent"/>, or
/// <see cref="Directory"/> for one that holds nothing.</param>
/// <param name="Length">Bytes; 0 when there is no file.</param>
/// <param name="Written">Time of the last write, UTC ticks. Never taken as proof that a content is the same, only that a file was written meanwhile.</param>
public readonly record struct FileState(string Name, string Digest, long Length, long Written)
{
    public const string Absent = "absent";
    public const string Directory = "directory";
}
