using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Tests.Ecs;

namespace Fairlead.LocalCloud.Tests;

/// <summary>Tests of one service of a local cloud of their own, over the wire.</summary>
/// <param name="service">The service's signing name.</param>
public abstract class ServiceTests(string service) : IAsyncLifetime
{
    private protected CloudClient Cloud { get; private set; } = null!;

    public async Task InitializeAsync() => Cloud = await CloudClient.StartAsync();

    public async Task DisposeAsync() => await Cloud.DisposeAsync();

    protected Task<JsonObject> CallAsync(string operation, JsonObject request) => Cloud.CallAsync(service, operation, request.ToJsonString());

    protected Task<string> ErrorAsync(string operation, JsonObject request) => Cloud.ErrorAsync(service, operation, request.ToJsonString());

    protected Task<(string Code, string Message)> RefusalAsync(string operation, JsonObject request)
        => Cloud.RefusalAsync(service, operation, request.ToJsonString());

    protected async Task RestartAsync() => Cloud = await Cloud.RestartAsync();

    /// <summary>All pages of a list; between two of them, something may be done.</summary>
    protected async Task<IReadOnlyList<JsonNode>> PagesAsync(string operation, JsonObject request, string member, Func<JsonNode, Task>? afterFirstPage = null)
    {
        var all = new List<JsonNode>();
        for (var next = (JsonObject)request.DeepClone(); ;)
        {
            var page = await CallAsync(operation, next);
            all.AddRange(page[member]!.AsArray().Select(x => x!));
            if (page["NextToken"] is not { } token)
            {
                return all;
            }

            if (afterFirstPage is not null)
            {
                await afterFirstPage(all[^1]);
                afterFirstPage = null;
            }

            next["NextToken"] = token.DeepClone();
        }
    }

    protected static string[] Texts(JsonNode? list, string? member = null)
        => [.. list!.AsArray().Select(x => (string)(member is null ? x : x![member])!)];

    protected static JsonArray List(params IEnumerable<string> texts) => new([.. texts.Select(x => (JsonNode)x)]);

    protected static JsonArray Tags(params IEnumerable<(string Key, string Value)> tags)
        => new([.. tags.Select(x => (JsonNode)new JsonObject { ["Key"] = x.Key, ["Value"] = x.Value })]);

    /// <summary>Every file of the state with its content, as text.</summary>
    protected IEnumerable<(string Path, string Text)> StateFiles()
        => Directory.GetFiles(Cloud.StateFolder, "*", SearchOption.AllDirectories)
            .Where(x => Path.GetFileName(x) != "lock")
            .Select(x => (x, File.ReadAllText(x)));
}
