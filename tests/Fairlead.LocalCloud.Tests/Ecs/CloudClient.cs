using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>A whole local cloud on free ports, asked over the wire.</summary>
internal sealed class CloudClient : IAsyncDisposable
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["ecs"] = "AmazonEC2ContainerServiceV20141113",
        ["ecr"] = "AmazonEC2ContainerRegistry_V20150921",
        ["logs"] = "Logs_20140328",
        ["ssm"] = "AmazonSSM",
        ["secretsmanager"] = "secretsmanager",
    };

    private readonly DirectoryInfo _folder;
    private readonly HttpClient _api;
    private readonly LocalCloudServer? _server;

    private CloudClient(DirectoryInfo folder, LocalCloudServer? server, Uri api, Uri registry, SignatureV4 signer)
    {
        (_folder, _server, Signer) = (folder, server, signer);
        _api = new HttpClient { BaseAddress = api };
        Registry = new HttpClient { BaseAddress = registry };
    }

    public HttpClient Registry { get; }

    /// <summary>Signs with the key of the state.</summary>
    public SignatureV4 Signer { get; }

    public Uri Api => _api.BaseAddress!;

    public string StateFolder => _folder.FullName;

    public string RegistryHost => Registry.BaseAddress!.Authority;

    public static Task<CloudClient> StartAsync() => StartAsync(Directory.CreateTempSubdirectory("fairlead-cloud-"));

    /// <summary>Stops the local cloud and starts it over on the same state.</summary>
    public async Task<CloudClient> RestartAsync()
    {
        await _server!.DisposeAsync();
        return await StartAsync(_folder);
    }

    public async Task<JsonObject> CallAsync(string service, string operation, string body)
    {
        using var response = await SendAsync(service, operation, body);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, text);
        return (JsonObject)JsonNode.Parse(text)!;
    }

    public async Task<string> ErrorAsync(string service, string operation, string body) => (await RefusalAsync(service, operation, body)).Code;

    /// <summary>The error that a call is answered with.</summary>
    public async Task<(string Code, string Message)> RefusalAsync(string service, string operation, string body)
    {
        using var response = await SendAsync(service, operation, body);
        var text = await response.Content.ReadAsStringAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, text);
        var error = JsonNode.Parse(text)!;
        return ((string)error["__type"]!, (string)error["message"]!);
    }

    public async Task LogInAsync()
    {
        var token = (string)(await CallAsync("ecr", "GetAuthorizationToken", "{}"))["authorizationData"]![0]!["authorizationToken"]!;
        Registry.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", token);
    }

    /// <summary>Asks again until the answer is the wanted one: over the wire there is no event to wait for.</summary>
    public Task<JsonObject> UntilAsync(string service, string operation, string body, Func<JsonObject, bool> reached)
        => Eventually.UntilAsync(async () => await CallAsync(service, operation, body), reached);

    /// <summary>Stops the local cloud; its state stays.</summary>
    public async Task StopAsync()
    {
        _api.Dispose();
        Registry.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        if (_server is not null)
        {
            _folder.Delete(recursive: true);
        }
    }

    /// <summary>On a state that is there, or is made.</summary>
    public static async Task<CloudClient> StartAsync(DirectoryInfo folder)
    {
        var server = await LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = folder.FullName, ApiPort = 0, RegistryPort = 0, EdgePort = 0 });
        var signer = new SignatureV4(server.AccessKey.Id, server.AccessKey.Secret);
        return new CloudClient(folder, server, server.Endpoints.Api, server.Endpoints.Registry, signer);
    }

    /// <summary>One that runs as a process of its own, and stays.</summary>
    public static CloudClient Of(Uri api, Uri registry, string stateFolder, SignatureV4 signer) => new(new(stateFolder), null, api, registry, signer);

    private async Task<HttpResponseMessage> SendAsync(string service, string operation, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Api) { Content = new StringContent(body, Encoding.UTF8, "application/x-amz-json-1.1") };
        request.Headers.Add("X-Amz-Target", $"{Prefixes[service]}.{operation}");
        await Signer.SignAsync(request, service);
        return await _api.SendAsync(request);
    }
}
