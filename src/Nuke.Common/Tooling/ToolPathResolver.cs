namespace Nuke.Common.Tooling;

/// <summary>Finds executables.</summary>
public static class ToolPathResolver
{
    /// <summary>The path in a variable such as GIT_EXE; null when it is not set.</summary>
    /// <exception cref="FileNotFoundException">The variable names a file that does not exist.</exception>
    public static string? TryGetEnvironmentExecutable(string environmentExecutable)
        => EnvironmentInfo.GetVariable(environmentExecutable) is { Length: > 0 } path
            ? File.Exists(path)
                ? Path.GetFullPath(path)
                : throw new FileNotFoundException(
                    $"The environment variable {environmentExecutable} names '{path}', which does not exist. Correct or unset it.")
            : null;

    /// <summary>The full path of an executable on PATH, or of an existing file.</summary>
    /// <exception cref="FileNotFoundException">No directory of PATH has it.</exception>
    public static string GetPathExecutable(string pathExecutable)
        => TryGetPathExecutable(pathExecutable)
        ?? throw new FileNotFoundException($"'{pathExecutable}' was not found on PATH. Install it, or add its directory to PATH.");

    internal static string? TryGetPathExecutable(string executable)
    {
        if (executable.IndexOfAny(['/', '\\']) >= 0)
        {
            return File.Exists(executable) ? Path.GetFullPath(executable) : null;
        }

        string[] extensions = EnvironmentInfo.IsWin && !Path.HasExtension(executable) ? [".exe", ".cmd", ".bat"] : [""];
        return EnvironmentInfo.Paths
            .SelectMany(_ => extensions, (directory, extension) => Path.Combine(directory, executable + extension))
            .FirstOrDefault(IsExecutable);
    }

    internal static bool IsExecutable(string path)
        => File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
