using System.Globalization;
using System.Text.RegularExpressions;
using Nuke.Common.IO;
using Nuke.Common.Utilities.Collections;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Makes files executable, links and starts them.</summary>
public static class ToolingExtensions
{
    private const UnixFileMode Execute = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Lets everybody execute the file; without effect on Windows.</summary>
    /// <param name="path">The file.</param>
    /// <param name="updateVcsIndex">Whether Git is told, too: it need not be where the file system has such permissions.</param>
    public static AbsolutePath SetExecutable(this AbsolutePath path, bool updateVcsIndex = false)
    {
        if (updateVcsIndex && path.Descendants(x => x.Parent).Any(x => (x / ".git").DirectoryExists() || (x / ".git").FileExists()))
        {
            ProcessTasks.StartProcess("git", $"update-index --add --chmod=+x {path.ToString("dn")}", path.Parent, logOutput: false, logInvocation: false)
                .AssertZeroExitCode();
        }

        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Execute);
        return path;
    }

    /// <summary>Makes a symbolic link to the path; without effect on Windows.</summary>
    /// <param name="path">What the link leads to.</param>
    /// <param name="linkPath">The link.</param>
    /// <param name="force">Whether a file or link that is there is replaced.</param>
    public static AbsolutePath AddUnixSymlink(this AbsolutePath path, AbsolutePath linkPath, bool force = false)
    {
        if (OperatingSystem.IsWindows())
            return path;
        if (force)
            File.Delete(linkPath);
        File.CreateSymbolicLink(linkPath, path);
        return path;
    }

    /// <param name="path">A file or directory.</param>
    /// <param name="permissions">As chmod takes them: 755, u+x. Without effect on Windows.</param>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, string permissions)
    {
        if (OperatingSystem.IsWindows())
            return path;
        if (Regex.IsMatch(permissions, "^[0-7]{1,4}$"))
            File.SetUnixFileMode(path, (UnixFileMode)Convert.ToInt32(permissions, 8));
        else
            ProcessTasks.StartProcess("chmod", $"{permissions} {path.ToString("dn")}", logOutput: false, logInvocation: false).AssertZeroExitCode();
        return path;
    }

    /// <param name="path">A file or directory.</param>
    /// <param name="permissions">The digits that chmod takes, such as 755. Without effect on Windows.</param>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, int permissions) =>
        path.SetUnixPermissions(permissions.ToString(CultureInfo.InvariantCulture));

    /// <summary>Runs the file in a shell.</summary>
    /// <param name="path">The file.</param>
    /// <param name="prefix">A command that runs it, such as bash.</param>
    /// <param name="cleanup">Runs afterwards in any case.</param>
    /// <exception cref="ProcessException">It ended with another exit code than 0.</exception>
    public static AbsolutePath Run(this AbsolutePath path, string prefix = null, Action<AbsolutePath> cleanup = null)
    {
        try
        {
            ProcessTasks.StartShell($"{prefix} {path.ToString("dn")}".Trim()).AssertZeroExitCode();
        }
        finally
        {
            cleanup?.Invoke(path);
        }

        return path;
    }

    /// <summary>Opens a file or directory with the desktop's program for it; does not wait.</summary>
    public static void Open(this AbsolutePath path)
    {
        Assert.True(path.FileExists() || path.DirectoryExists(), $"'{path}' does not exist and cannot be opened.");
        var verb = OperatingSystem.IsMacOS() ? "open" : !OperatingSystem.IsWindows() ? "xdg-open" : path.DirectoryExists() ? "explorer.exe" : "call";
        ProcessTasks.StartShell($"{verb} {path.ToString("dn")}");
    }

    /// <summary>Logs the content of a text file.</summary>
    public static AbsolutePath Print(this AbsolutePath path, LogEventLevel level = LogEventLevel.Information)
    {
        Log.Write(level, "Content of {Path}\n{Content:l}", path, path.ReadAllText());
        return path;
    }
}
