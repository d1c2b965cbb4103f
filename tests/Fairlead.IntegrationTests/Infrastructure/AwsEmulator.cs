using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.Runtime;
using Fairlead.Aws;

namespace Fairlead.IntegrationTests.Infrastructure;

/// <summary>The emulator of <c>tests/emulator</c> in a process of its own, on a free port. Ends with the test, also when the test is killed.</summary>
/// <remarks>Needs <c>python3</c> with moto: mark the tests with <c>[ToolFact("moto_server", …)]</c>. As a
/// class fixture it starts nothing where moto is missing.</remarks>
public sealed class AwsEmulator : IAsyncLifetime, IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly HttpClient _http = new();
    private ServerProcess? _server;

    /// <summary>Where it listens, without a trailing slash.</summary>
    public string Endpoint { get; private set; } = "";

    /// <summary>The variables that point Terraform, its AWS provider, the SDKs and the AWS CLI at it: what a profile sets.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = Endpoint,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
        ["AWS_REGION"] = "us-east-1",
        ["AWS_DEFAULT_REGION"] = "us-east-1",
        ["AWS_MAX_ATTEMPTS"] = "2",
        ["AWS_EC2_METADATA_DISABLED"] = "true",
        ["AWS_PAGER"] = "",
    };

    /// <summary>Starts one for a single test.</summary>
    public static async Task<AwsEmulator> StartAsync()
    {
        var emulator = new AwsEmulator();
        await emulator.LaunchAsync();
        return emulator;
    }

    /// <summary>The signed calls so far, oldest first.</summary>
    public async Task<IReadOnlyList<EmulatorCall>> CallsAsync() => (await _http.GetFromJsonAsync<List<EmulatorCall>>($"{Endpoint}/_emulator/calls", Json))!;

    /// <summary>Forgets the calls so far.</summary>
    public Task ForgetCallsAsync() => PostAsync("/_emulator/calls/reset", new { });

    /// <summary>Says how ECS services and tasks behave from now on.</summary>
    /// <param name="slow">Number of times that a service is described before its rollout goes on.</param>
    /// <param name="failImages">Parts of image names whose tasks fail to start.</param>
    /// <param name="exitCodes">Exit code of the task by container name; 0 where none is named.</param>
    public Task SetEcsAsync(int slow = 0, IReadOnlyList<string>? failImages = null, IReadOnlyDictionary<string, int>? exitCodes = null)
        => PostAsync("/_emulator/ecs", new Dictionary<string, object>
        {
            ["slow"] = slow,
            ["fail_images"] = failImages ?? [],
            ["exit_codes"] = exitCodes ?? new Dictionary<string, int>(),
        });

    /// <summary>Says how App Runner services behave from now on.</summary>
    /// <param name="slow">Number of times that an operation is looked at before it goes on.</param>
    /// <param name="failImages">Parts of image names that never become healthy: App Runner goes back by itself.</param>
    public Task SetAppRunnerAsync(int slow = 0, IReadOnlyList<string>? failImages = null)
        => PostAsync("/_emulator/apprunner", new Dictionary<string, object> { ["slow"] = slow, ["fail_images"] = failImages ?? [] });

    /// <summary>Says how commands on instances end from now on.</summary>
    /// <param name="slow">Number of times that a command is looked at before the next instance is done.</param>
    /// <param name="failCommands">Parts of command lines that fail.</param>
    /// <param name="failInstances">Instances on which every command fails.</param>
    /// <param name="exitCode">Exit code of those that fail.</param>
    /// <param name="standardOutput">What commands write.</param>
    /// <param name="standardError">What commands write that fail.</param>
    /// <param name="marker">An <c>s3://</c> address that gets the argument of each <c>deploy-release</c> that succeeds.</param>
    public Task SetSsmAsync(
        int slow = 0,
        IReadOnlyList<string>? failCommands = null,
        IReadOnlyList<string>? failInstances = null,
        int exitCode = 1,
        string standardOutput = "",
        string standardError = "",
        string marker = "")
        => PostAsync("/_emulator/ssm", new Dictionary<string, object>
        {
            ["slow"] = slow,
            ["fail_commands"] = failCommands ?? [],
            ["fail_instances"] = failInstances ?? [],
            ["exit_code"] = exitCode,
            ["stdout"] = standardOutput,
            ["stderr"] = standardError,
            ["marker"] = marker,
        });

    /// <summary>Clients of the library that reach it.</summary>
    public AwsClients CreateClients()
        => new(new AwsOptions { Region = "us-east-1", EndpointUrl = new Uri(Endpoint), Credentials = new BasicAWSCredentials("test", "test") });

    /// <summary>A call of the JSON protocols that the library has no client for.</summary>
    /// <param name="service">The service in the signature's scope: <c>apprunner</c>.</param>
    /// <param name="target">The operation, with its prefix: <c>AppRunner.CreateService</c>.</param>
    /// <param name="body">The request.</param>
    public async Task<JsonElement> JsonAsync(string service, string target, object body)
    {
        using var request = Request(service, JsonContent.Create(body, options: JsonSerializerOptions.Default));
        request.Headers.Add("X-Amz-Target", target);
        using var answer = JsonDocument.Parse(await SendAsync(request));
        return answer.RootElement.Clone();
    }

    /// <summary>A call of the query protocol that the library has no client for.</summary>
    /// <returns>The XML of the answer.</returns>
    public async Task<XDocument> QueryAsync(string service, params (string Name, string Value)[] form)
    {
        using var request = Request(service, new FormUrlEncodedContent(form.Select(x => KeyValuePair.Create(x.Name, x.Value))));
        return XDocument.Parse(await SendAsync(request));
    }

    /// <summary>Empties the account: every resource, call and knob.</summary>
    public Task ResetAsync() => PostAsync("/moto-api/reset", new { });

    async Task IAsyncLifetime.InitializeAsync()
    {
        if (new ToolFactAttribute("moto_server").Skip is null)
        {
            await LaunchAsync();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public ValueTask DisposeAsync()
    {
        _server?.Dispose();
        _http.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task LaunchAsync()
    {
        const string Ready = "Listening on ";
        _server = await ServerProcess.StartAsync(
            "python3",
            ["-m", "emulator", "--port", "0", "--until-stdin-closes"],
            Ready,
            ("PYTHONPATH", Repository.PathOf("tests")),
            ("PYTHONDONTWRITEBYTECODE", "1"));
        Endpoint = _server.ReadyLine[(_server.ReadyLine.IndexOf(Ready, StringComparison.Ordinal) + Ready.Length)..].Trim();
    }

    // The emulator finds the service by the credential scope and checks no signature.
    private HttpRequestMessage Request(string service, HttpContent content)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Endpoint) { Content = content };
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/{service}/aws4_request, SignedHeaders=host, Signature=0");
        return request;
    }

    private async Task<string> SendAsync(HttpRequestMessage request)
    {
        using var answer = await _http.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        answer.IsSuccessStatusCode.ShouldBeTrue(text);
        return text;
    }

    private async Task PostAsync(string path, object body)
    {
        using var answer = await _http.PostAsJsonAsync($"{Endpoint}{path}", body, Json);
        answer.EnsureSuccessStatusCode();
    }
}
