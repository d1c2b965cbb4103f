namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// Carries the health check of a container out beside its process: in its folder, with its environment and with the ports that its task was given.
/// Programs are looked for among those of the image that need no libraries, among this machine's, and then among the others of the image, whose
/// libraries may be missing here.
/// </summary>
internal sealed class HostCheck(
    HostProcess process,
    ContainerHealthCheck check,
    ContainerLaunch launch,
    string root,
    string working,
    IReadOnlyDictionary<string, string> environment,
    TimeProvider clock)
{
    private const string ShellPath = "/bin/sh";

    // sh(1), "Exit status": what was to be run cannot be, or is not there.
    private const int CannotRun = 126;
    private const int NotFound = 127;

    private IReadOnlyList<string>? _path;
    private bool _isSaid;

    /// <returns>Whether it passed; null when this machine cannot run what the check names, which is said once in the container's output.</returns>
    public async Task<bool?> AskAsync(CancellationToken cancellationToken)
    {
        try
        {
            var code = await RunAsync(cancellationToken);
            return code is CannotRun or NotFound ? CannotAsk($"it ended with exit code {code}") : code == 0;
        }
        catch (Exception exception)
            when (exception is IOException or UnauthorizedAccessException or System.ComponentModel.Win32Exception or InvalidDataException
                or CannotStartContainerException)
        {
            return CannotAsk(exception.Message);
        }
    }

    private bool? CannotAsk(string why)
    {
        if (!_isSaid)
        {
            _isSaid = true;
            launch.Output(
                $"The container's health check cannot be carried out as a process of this machine, and its health stays {HealthStatus.Unknown}: {why}. "
                + "Install the program that it names on this machine, or run the image in Docker.");
        }

        return null;
    }

    private Task<int?> RunAsync(CancellationToken cancellationToken)
    {
        string[] command = check.Command[0] == ContainerHealthCheck.Shell
            ? [ShellPath, "-c", .. check.Command.Skip(1)]
            : [.. check.Command.Skip(1)];
        var path = _path ??= ProgramFolders();
        var executable = command[0] == ShellPath || !command[0].Contains('/', StringComparison.Ordinal)
            ? HostCommand.In(path, command[0])
                ?? throw new CannotStartContainerException($"\"{command[0]}\" is neither in the image nor on this machine's PATH")
            : HostCommand.Executable(launch with { Command = command }, root);
        var ports = new Dictionary<int, int>(launch.TaskPorts());
        foreach (var (container, own) in process.Ports)
        {
            ports[container] = own;
        }

        var isLine = command is [var shell, "-c", ..] && shell[(shell.LastIndexOf('/') + 1)..] is "sh" or "ash" or "dash" or "bash";
        return process.CheckAsync(
            executable,
            [.. command.Skip(1).Select((x, i) => HostHealthCheck.WithPorts(
                isLine && i == 1 ? HostCommand.ShellLine(root, x) : HostCommand.Argument(root, x),
                ports))],
            working,
            new Dictionary<string, string>(environment) { ["PATH"] = string.Join(Path.PathSeparator, path) },
            check.Timeout,
            clock,
            cancellationToken);
    }

    private IReadOnlyList<string> ProgramFolders()
    {
        var image = ImageProgram.Folders(root, launch).ToArray();
        var own = Directory.CreateDirectory(Path.Combine(Path.GetDirectoryName(root)!, "check-programs")).FullName;
        foreach (var program in image.SelectMany(Directory.GetFiles))
        {
            var link = Path.Combine(own, Path.GetFileName(program));
            if (!Path.Exists(link) && File.Exists(program) && ImageProgram.NeedsNoLibraries(program))
            {
                File.CreateSymbolicLink(link, program);
            }
        }

        return [own, .. HostCommand.MachinePath, .. image];
    }
}
