using Nuke.Common.IO;
using Serilog;
using Serilog.Events;

namespace Nuke.Common.Tooling;

/// <summary>Does with files what the system's tools do. On Windows, which has neither links nor modes of this kind, nothing happens.</summary>
public static class ToolingExtensions
{
    private const UnixFileMode Executable = UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Marks a file as executable.</summary>
    /// <param name="path">The file.</param>
    /// <param name="updateVcsIndex">Also in the index of the Git repository that it is in.</param>
    public static AbsolutePath SetExecutable(this AbsolutePath path, bool updateVcsIndex = false)
    {
        if (updateVcsIndex && path.FindParent(x => Path.Exists(x / ".git")) is { } repository)
        {
            ProcessTasks.StartProcess("git", $"update-index --add --chmod=+x {path}", repository, logInvocation: false, logOutput: false).AssertZeroExitCode();
        }

        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, File.GetUnixFileMode(path) | Executable);
        }

        return path;
    }

    /// <summary>Makes a link to the file or directory.</summary>
    /// <param name="path">What it leads to.</param>
    /// <param name="linkPath">The link.</param>
    /// <param name="force">Replace an existing file.</param>
    public static AbsolutePath AddUnixSymlink(this AbsolutePath path, AbsolutePath linkPath, bool force = false)
    {
        if (OperatingSystem.IsWindows())
        {
            return path;
        }

        if (force && (File.Exists(linkPath) || new FileInfo(linkPath).LinkTarget is not null))
        {
            File.Delete(linkPath);
        }

        File.CreateSymbolicLink(linkPath, path);
        return path;
    }

    /// <param name="path">The file or directory.</param>
    /// <param name="permissions">As chmod takes them: <c>644</c>, <c>u+x</c>.</param>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, string permissions)
    {
        if (!OperatingSystem.IsWindows())
        {
            ProcessTasks.StartProcess("chmod", $"{permissions} {path}", logInvocation: false, logOutput: false).AssertZeroExitCode();
        }

        return path;
    }

    /// <inheritdoc cref="SetUnixPermissions(AbsolutePath, string)"/>
    /// <param name="path">The file or directory.</param>
    /// <param name="permissions">The decimal number is read as octal digits: 644.</param>
    public static AbsolutePath SetUnixPermissions(this AbsolutePath path, int permissions) => path.SetUnixPermissions($"{permissions}");

    /// <summary>Runs a file in the system's shell; <paramref name="cleanup"/> follows also after a failure.</summary>
    /// <exception cref="ProcessException">The exit code is not 0.</exception>
    public static AbsolutePath Run(this AbsolutePath path, string? prefix = null, Action<AbsolutePath>? cleanup = null)
    {
        try
        {
            ProcessTasks.StartShell($"{prefix} {path:dn}".Trim()).AssertZeroExitCode();
        }
        finally
        {
            cleanup?.Invoke(path);
        }

        return path;
    }

    /// <summary>Opens a file or directory with the program that the system has for it.</summary>
    public static void Open(this AbsolutePath path)
    {
        Assert.True(Path.Exists(path), $"'{path}' cannot be opened, because it does not exist.");
        var program = EnvironmentInfo.IsWin ? "explorer.exe" : EnvironmentInfo.IsOsx ? "open" : "xdg-open";
        ProcessTasks.StartProcess(ToolPathResolver.GetPathExecutable(program), $"{path:d}", logInvocation: false, logOutput: false);
    }

    /// <summary>Logs the content of a file.</summary>
    public static AbsolutePath Print(this AbsolutePath path, LogEventLevel level = LogEventLevel.Information)
    {
        Log.Write(level, "Content of {Path:l}\n{Content:l}", path.ToString(), File.ReadAllText(path));
        return path;
    }
}
