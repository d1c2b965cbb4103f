using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>The local cloud as a build starts it: a process of its own, on loopback, which outlives every run that is killed here.</summary>
public sealed class ReleaseCloud : IAsyncLifetime
{
    private readonly TemporaryDirectory _directory = new("fairlead-release-cloud-");
    private readonly LocalCloudProcess _process;
    private LocalCloudEndpoints? _endpoints;

    public ReleaseCloud() => _process = new LocalCloudProcess(
        new LocalCloudOptions { ProgramDirectory = AppContext.BaseDirectory, StateDirectory = _directory.PathOf("state") }, SilentReporter.Instance);

    public LocalCloudEndpoints Endpoints => _endpoints!;

    public async Task InitializeAsync() => _endpoints = await _process.EnsureRunningAsync(CancellationToken.None);

    public async Task DisposeAsync()
    {
        await _process.StopAsync(CancellationToken.None);
        _directory.Dispose();
    }
}

/// <summary>The tests that share it.</summary>
[CollectionDefinition(Name)]
public sealed class ReleaseCloudCollection : ICollectionFixture<ReleaseCloud>
{
    public const string Name = "Releases on the local cloud";
}
