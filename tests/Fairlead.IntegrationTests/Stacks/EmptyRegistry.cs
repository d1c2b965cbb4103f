namespace Fairlead.IntegrationTests.Stacks;

/// <summary>Debian's docker-registry without users: what stands in for ECR's registry, which the emulator does not have.</summary>
internal sealed class EmptyRegistry : IDisposable
{
    private readonly ServerProcess _server;
    private readonly string _directory;

    private EmptyRegistry(ServerProcess server, string directory, string host)
    {
        _server = server;
        _directory = directory;
        Host = host;
    }

    /// <summary>Host and port.</summary>
    public string Host { get; }

    public string Url => $"http://{Host}";

    public static async Task<EmptyRegistry> StartAsync()
    {
        var directory = Directory.CreateTempSubdirectory("fairlead-registry-").FullName;
        var host = $"127.0.0.1:{FreePort.Next()}";
        var config = Path.Combine(directory, "config.yml");
        await File.WriteAllTextAsync(config, $"""
            version: 0.1
            log:
              level: info
            storage:
              filesystem:
                rootdirectory: {directory}/data
            http:
              addr: {host}
            """);
        return new EmptyRegistry(
            await ServerProcess.StartAsync("docker-registry", ["serve", config], "listening on", ("OTEL_TRACES_EXPORTER", "none")),
            directory,
            host);
    }

    public void Dispose()
    {
        _server.Dispose();
        Directory.Delete(_directory, recursive: true);
    }
}
