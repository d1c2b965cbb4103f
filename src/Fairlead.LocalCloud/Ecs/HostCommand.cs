using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>A command of an image as this machine can run it: with the paths of the container's private copy.</summary>
internal static partial class HostCommand
{
    /// <summary>Where a program of this machine and one of the image look for the same: what is there is the machine's.</summary>
    private static readonly string[] Shared = ["dev", "proc", "sys", "tmp", "run"];

    /// <summary>Folders in which this machine's programs are.</summary>
    public static string[] MachinePath => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The image's program, or else the one of that name of this machine.</summary>
    /// <exception cref="CannotStartContainerException">Neither has it.</exception>
    public static string Executable(ContainerLaunch launch, string root)
        => ImageProgram.Named(root, launch) ?? In(MachinePath, launch.Command[0])
            ?? throw new CannotStartContainerException(
                $"exec: \"{launch.Command[0]}\": executable file not found in the image, and not on this machine's PATH either");

    /// <summary>The first program of a name; null when no folder has it.</summary>
    public static string? In(IEnumerable<string> folders, string name)
    {
        var bare = name[(name.LastIndexOf('/') + 1)..] + (OperatingSystem.IsWindows() ? ".exe" : "");
        return folders.Select(x => Path.Combine(x, bare)).FirstOrDefault(File.Exists);
    }

    /// <summary>An absolute path that the image has becomes that of the copy; anything else stays.</summary>
    public static string Argument(string root, string argument)
    {
        if (argument.Length < 2 || argument[0] != '/' || argument.AsSpan().IndexOfAny(" \t\n;|&\0") >= 0)
        {
            return argument;
        }

        var path = RootedPath.Resolve(root, argument, followLast: false);
        return Path.Exists(path) ? path : argument;
    }

    /// <summary>The same with every path in a line for the shell: <c>/app/check --quiet || exit 1</c>.</summary>
    public static string ShellLine(string root, string line) => AbsolutePath().Replace(line, x =>
    {
        var path = Shared.Contains(x.Groups["top"].Value) ? x.Value : Argument(root, x.Value);
        return path == x.Value || IsQuoted(line.AsSpan(0, x.Index)) ? path : Special().Replace(path, @"\$0");
    });

    private static bool IsQuoted(ReadOnlySpan<char> before)
    {
        var quote = '\0';
        for (var i = 0; i < before.Length; i++)
        {
            if (before[i] == '\\' && quote != '\'')
            {
                i++;
            }
            else if (before[i] is '\'' or '"' && (quote == '\0' || quote == before[i]))
            {
                quote = quote == '\0' ? before[i] : '\0';
            }
        }

        return quote != '\0';
    }

    // Not the path of a URL, nor what follows a variable or a pattern.
    [GeneratedRegex(@"(?<![\w.~/:@%+*?})\]-])/(?<top>[\w.+@%-]+)(/[\w.+@%-]+)*/?")]
    private static partial Regex AbsolutePath();

    [GeneratedRegex("[^\\w/.+@%:,-]")]
    private static partial Regex Special();
}
