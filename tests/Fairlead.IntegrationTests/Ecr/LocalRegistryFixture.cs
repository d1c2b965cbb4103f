using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Fairlead.Containers.Registry;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.IntegrationTests.Containers;

namespace Fairlead.IntegrationTests.Ecr;

/// <summary>The local cloud's registry, with the credentials that its ECR hands out.</summary>
public sealed class LocalRegistryFixture : IRegistryFixture, IAsyncLifetime
{
    private readonly LocalCloudFixture _cloud = new();
    private readonly HttpClient _client = new();

    public RegistryCredentials? Credentials { get; private set; }

    /// <summary>Where the local cloud answers.</summary>
    public Task<LocalCloudEndpoints> FindAsync() => _cloud.FindAsync();

    public async Task<string> CreateRepositoryAsync()
    {
        var name = $"shop/r{Guid.NewGuid():N}";
        using var answer = await CallAsync("CreateRepository", $$"""{ "repositoryName": "{{name}}" }""");
        return answer.RootElement.GetProperty("repository").GetProperty("repositoryUri").GetString()!;
    }

    public async Task InitializeAsync()
    {
        await _cloud.InitializeAsync();
        using var answer = await CallAsync("GetAuthorizationToken", "{}");
        var token = Encoding.UTF8.GetString(answer.RootElement.GetProperty("authorizationData")[0].GetProperty("authorizationToken").GetBytesFromBase64());
        Credentials = new RegistryCredentials(token.Split(':', 2)[0], token.Split(':', 2)[1]);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _cloud.DisposeAsync();
    }

    private async Task<JsonDocument> CallAsync(string operation, string body)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Post,
            _cloud.Endpoints.Api)
        { Content = new StringContent(body, new MediaTypeHeaderValue("application/x-amz-json-1.1")) };
        request.Headers.Add("X-Amz-Target", $"AmazonEC2ContainerRegistry_V20150921.{operation}");
        await _cloud.Signer.SignAsync(request, "ecr");
        using var response = await _client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        response.IsSuccessStatusCode.ShouldBeTrue(text);
        return JsonDocument.Parse(text);
    }
}
