using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Fairlead.Infrastructure;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.LocalCloud.Tests.Stacks;

/// <summary>A local cloud on a state of its own, asked to make stacks, by hand and by the library's client.</summary>
public abstract class StackCloud : IAsyncLifetime
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
    private Infrastructure.LocalCloud.LocalCloudEndpoints _endpoints = null!;

    internal LocalCloudServer Server { get; private set; } = null!;

    protected string StateFolder { get; } = Directory.CreateTempSubdirectory("fairlead-stack-").FullName;

    public virtual Task InitializeAsync() => StartAsync();

    public async Task DisposeAsync()
    {
        _http.Dispose();
        await Server.DisposeAsync();
        Directory.Delete(StateFolder, recursive: true);
    }

    protected async Task StartAsync()
    {
        Server = await LocalCloudServer.StartAsync(new LocalCloud.Hosting.LocalCloudOptions
        {
            StateDirectory = StateFolder,
            ApiPort = 0,
            RegistryPort = 0,
            EdgePort = 0,
        });
        _http.DefaultRequestHeaders.Remove(ControlKey.HeaderName);
        _http.DefaultRequestHeaders.Add(ControlKey.HeaderName, Server.ControlKey);
        var found = await new LocalCloudProcess(
            new Infrastructure.LocalCloud.LocalCloudOptions { ProgramDirectory = StateFolder, StateDirectory = StateFolder },
            new RecordingReporter()).FindAsync(CancellationToken.None);
        _endpoints = found.ShouldNotBeNull();
    }

    protected async Task RestartAsync()
    {
        await Server.DisposeAsync();
        await StartAsync();
    }

    /// <summary>The library's client of this cloud.</summary>
    protected LocalStackProvisioner Provisioner(LocalStackSpecification specification) => new(_endpoints, specification);

    protected Task<ProvisionResult> ApplyAsync(LocalStackSpecification specification) => Provisioner(specification).ApplyAsync(CancellationToken.None);

    protected Task<ProvisionPlan> PlanAsync(LocalStackSpecification specification) => Provisioner(specification).PlanAsync(CancellationToken.None);

    /// <summary>What of the plan is not <c>Unchanged</c>, a line each.</summary>
    protected static string[] Told(ProvisionPlan plan)
        => [.. plan.Changes.Where(x => x.Action != ResourceAction.Unchanged).Select(x => $"{x.Action} {x.Type} {x.Name}")];

    protected Uri StackUrl(string name) => new(Server.Endpoints.Api, $"/_fairlead/stacks/{Uri.EscapeDataString(name)}");

    protected Task<HttpResponseMessage> SendRawAsync(HttpMethod method, JsonObject stack)
        => _http.SendAsync(new HttpRequestMessage(method, StackUrl((string)stack["name"]!)) { Content = JsonContent.Create(stack) });

    protected async Task<JsonObject> SendAsync(HttpMethod method, JsonObject stack)
    {
        using var response = await SendRawAsync(method, stack);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    protected Task<HttpResponseMessage> GetAsync(Uri url) => _http.GetAsync(url);

    protected Task<JsonObject> EcsAsync(string action, JsonObject body) => CallAsync("ecs", $"AmazonEC2ContainerServiceV20141113.{action}", body);

    /// <summary>Puts a parameter, as a user does for a service that needs it.</summary>
    protected Task<JsonObject> PutParameterAsync(string name, string value)
        => CallAsync("ssm", "AmazonSSM.PutParameter", new JsonObject { ["Name"] = name, ["Value"] = value, ["Type"] = "SecureString" });

    private async Task<JsonObject> CallAsync(string service, string target, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Server.Endpoints.Api) { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Amz-Target", target);
        await Signer.SignAsync(request, service);
        using var response = await _http.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    /// <summary>The task definition that the service runs.</summary>
    protected async Task<JsonNode> TaskDefinitionAsync(string service = "shop")
        => (await EcsAsync(
            "DescribeTaskDefinition",
            new JsonObject { ["taskDefinition"] = (string)(await ServiceAsync(service))["taskDefinition"]! }))["taskDefinition"]!;

    protected async Task<JsonNode> ServiceAsync(string service = "shop")
        => (await EcsAsync("DescribeServices", new JsonObject { ["cluster"] = "shop", ["services"] = new JsonArray(service) }))["services"]![0]!;

    /// <summary>Lets the service run a changed copy of what it runs, as a deploy does, or somebody by hand.</summary>
    /// <param name="change">What is otherwise.</param>
    /// <param name="service">The service.</param>
    /// <param name="balanced">The container that its load balancer reaches from now on; null for the one that it reaches.</param>
    protected async Task RedefineAsync(Action<JsonObject> change, string service = "shop", string? balanced = null)
    {
        var definition = (JsonObject)(await TaskDefinitionAsync(service)).DeepClone();
        foreach (var answered in new[] { "taskDefinitionArn", "revision", "status", "registeredAt", "compatibilities" })
        {
            definition.Remove(answered);
        }

        change(definition);
        var registered = await EcsAsync("RegisterTaskDefinition", definition);
        var update = new JsonObject
        {
            ["cluster"] = "shop",
            ["service"] = service,
            ["taskDefinition"] = (string)registered["taskDefinition"]!["taskDefinitionArn"]!,
        };
        if (balanced is not null)
        {
            update["loadBalancers"] = (await ServiceAsync(service))["loadBalancers"]!.DeepClone();
            update["loadBalancers"]![0]!["containerName"] = balanced;
        }

        await EcsAsync("UpdateService", update);
    }

    protected async Task<IReadOnlyList<string>> TaskDefinitionsAsync()
        => [.. (await EcsAsync("ListTaskDefinitions", []))["taskDefinitionArns"]!.AsArray().Select(x => (string)x!)];

    protected async Task PutObjectAsync(string bucket, string key, string content, string contentType = "text/html")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri(Server.Endpoints.Api, $"/{bucket}/{key}"))
        {
            Content = new StringContent(content, new System.Net.Http.Headers.MediaTypeHeaderValue(contentType)),
        };
        await Signer.SignAsync(request, "s3");
        using var response = await _http.SendAsync(request);
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
    }

    /// <summary>What a visitor of the URL gets. Names below <c>localhost</c> are loopback, which not every machine's resolver knows.</summary>
    protected async Task<(int Status, string Body)> VisitAsync(Uri url, string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(Server.Endpoints.Edge, path));
        request.Headers.Host = url.Authority;
        using var response = await _http.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private SignatureV4 Signer => new(Server.AccessKey.Id, Server.AccessKey.Secret);
}
