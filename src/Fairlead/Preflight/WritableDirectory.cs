namespace Fairlead.Preflight;

/// <summary>Whether a directory can be written, found out by writing.</summary>
public static class WritableDirectory
{
    /// <param name="path">Absolute path; created when absent.</param>
    /// <param name="atLeast">Bytes that must be free.</param>
    /// <param name="name">What the directory is for.</param>
    public static PreflightCheck Check(string path, long atLeast = 200L << 20, string name = "Disk") => PreflightCheck.Of(name, () =>
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, $".probe-{Guid.NewGuid():N}");
            try
            {
                File.WriteAllBytes(probe, new byte[4096]);
            }
            finally
            {
                // On a full disk the file is there, and empty.
                File.Delete(probe);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return new PreflightProblem($"{path} cannot be written: {exception.Message.TrimEnd('.')}.", "Make it writable or free some space.");
        }

        var free = new DriveInfo(path).AvailableFreeSpace;
        return free >= atLeast
            ? null
            : new PreflightProblem($"{path} has {free >> 20} MiB free; a build and the local cloud want {atLeast >> 20} MiB.", "Free some space.");
    });
}
