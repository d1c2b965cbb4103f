using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.IntegrationTests.Engine;

/// <summary>A build run in this process, in a directory of its own.</summary>
internal sealed class EngineRun : IDisposable
{
    private readonly StringWriter _output = new();

    public EngineRun() => Directory.CreateDirectory(Path.Combine(Root, ".nuke"));

    public string Root { get; } = Directory.CreateTempSubdirectory("fairlead-engine-").FullName;

    public string Output => _output.ToString();

    public void Write(string path, string content)
    {
        var file = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
    }

    public int Run<T>(params string[] arguments)
        where T : NukeBuild, new()
    {
        var session = new BuildSession(new BuildSurroundings
        {
            Arguments = [.. arguments, "--no-logo"],
            Variables = new Dictionary<string, string>(),
            WorkingDirectory = Root,
            Out = _output,
            IsTerminal = false,
        });
        return BuildRunner.Run(session, () => new T(), []);
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
