using Fairlead.Infrastructure.LocalCloud;

namespace Fairlead.IntegrationTests.Secrets;

/// <summary>moto, an emulator of AWS.</summary>
public sealed class MotoAws : IAwsFixture, IAsyncLifetime
{
    private ServerProcess? _server;

    public Uri Endpoint { get; private set; } = new("http://127.0.0.1:0");

    public IReadOnlyDictionary<string, string> Credentials { get; } = LocalCloudFixture.EnvironmentOf(new LocalCloudAccessKey("AKIDEXAMPLE", "secret"));

    public async Task InitializeAsync()
    {
        if (new ToolFactAttribute("moto_server").Skip is null)
        {
            var port = FreePort.Next();
            _server = await ServerProcess.StartAsync("moto_server", ["-H", "127.0.0.1", "-p", $"{port}"], "Running on");
            Endpoint = new Uri($"http://127.0.0.1:{port}");
        }
    }

    public Task DisposeAsync()
    {
        _server?.Dispose();
        return Task.CompletedTask;
    }
}
