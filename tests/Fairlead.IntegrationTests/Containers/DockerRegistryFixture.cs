using Fairlead.Containers.Registry;

namespace Fairlead.IntegrationTests.Containers;

/// <summary>Debian's docker-registry, which is the Distribution project's registry, with the Basic authentication that ECR has.</summary>
public sealed class DockerRegistryFixture : IRegistryFixture, IAsyncLifetime
{
    // bcrypt of the password below.
    private const string Users = "AWS:$2b$04$31K0oFaHFqaZXi2gE5qUzeLYfChLz5IwMSYes.ADYeVkOfzYcCSm.";
    private readonly TemporaryDirectory _directory = new("fairlead-registry-");
    private readonly int _port = FreePort.Next();
    private ServerProcess? _server;

    public RegistryCredentials? Credentials { get; } = new("AWS", "pass-for-tests");

    public Task<string> CreateRepositoryAsync() => Task.FromResult($"127.0.0.1:{_port}/shop/r{Guid.NewGuid():N}");

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("docker-registry").Skip is not null)
        {
            return;
        }

        var config = Path.Combine(_directory, "config.yml");
        await File.WriteAllTextAsync(Path.Combine(_directory, "htpasswd"), Users);
        await File.WriteAllTextAsync(config, $"""
            version: 0.1
            log:
              level: info
            storage:
              filesystem:
                rootdirectory: {_directory}/data
            auth:
              htpasswd:
                realm: tests
                path: {_directory}/htpasswd
            http:
              addr: 127.0.0.1:{_port}
            """);
        _server = await ServerProcess.StartAsync("docker-registry", ["serve", config], "listening on", ("OTEL_TRACES_EXPORTER", "none"));
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        _directory.Dispose();
        return Task.CompletedTask;
    }
}
