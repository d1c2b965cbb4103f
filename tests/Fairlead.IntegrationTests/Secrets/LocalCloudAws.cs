namespace Fairlead.IntegrationTests.Secrets;

/// <summary>The local cloud.</summary>
public sealed class LocalCloudAws : IAwsFixture, IAsyncLifetime
{
    private readonly LocalCloudFixture _cloud = new();

    public Uri Endpoint => _cloud.Endpoints.Api;

    public IReadOnlyDictionary<string, string> Credentials => _cloud.Credentials;

    public Task InitializeAsync() => _cloud.InitializeAsync();

    public Task DisposeAsync() => _cloud.DisposeAsync();
}
