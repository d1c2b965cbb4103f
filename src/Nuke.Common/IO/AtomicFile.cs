namespace Nuke.Common.IO;

internal static class AtomicFile
{
    /// <summary>Replaces the file in one step and keeps its permissions, so that a reader or a killed run never sees half of it.</summary>
    public static void Write(string path, ReadOnlySpan<byte> content)
    {
        // A link is kept: what it points to is replaced.
        var target = !File.Exists(path) ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        var temporary = $"{target}.{Environment.ProcessId}.tmp";
        try
        {
            File.WriteAllBytes(temporary, content);
            if (!OperatingSystem.IsWindows() && File.Exists(target))
            {
                File.SetUnixFileMode(temporary, File.GetUnixFileMode(target));
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
