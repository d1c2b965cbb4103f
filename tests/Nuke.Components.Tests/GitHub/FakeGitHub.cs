using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Nuke.Components.Tests.GitHub;

/// <summary>
/// The part of GitHub's API that has to do with releases, on a free loopback port, with the status codes and bodies that
/// https://docs.github.com/rest/releases documents.
/// </summary>
internal sealed class FakeGitHub : IAsyncDisposable
{
    public const string Token = "ghp_secretsecretsecret";

    private readonly LoopbackServer _server;
    private readonly Lock _gate = new();
    private int _lastId = 100;

    public FakeGitHub() => _server = new LoopbackServer(x => Answer(x.Method, x.Path, x.Headers.GetValueOrDefault("Authorization"), x.Content).ToResponse());

    public string Url => _server.Url.ToString().TrimEnd('/');

    /// <summary>Newest first, as the API lists them.</summary>
    public List<JsonObject> Releases { get; } = [];

    /// <summary>METHOD path of each request.</summary>
    public List<string> Requests { get; } = [];

    /// <summary>Bodies of JSON requests.</summary>
    public List<string> Bodies { get; } = [];

    /// <summary>Answers a request before the API does; null: the API answers.</summary>
    public Func<string, FakeAnswer?> Intercept { get; set; } = _ => null;

    /// <summary>How many releases a page of the list has.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Servers before 2025 do not tell digests.</summary>
    public bool TellsDigests { get; set; } = true;

    public IEnumerable<JsonObject> Assets(string tag)
        => Releases.Single(x => (string?)x["tag_name"] == tag)["assets"]!.AsArray().Select(x => x!.AsObject());

    public JsonObject AddRelease(string tag, bool isDraft = false)
    {
        var id = ++_lastId;
        var release = new JsonObject
        {
            ["id"] = id,
            ["tag_name"] = tag,
            ["name"] = tag,
            ["draft"] = isDraft,
            ["prerelease"] = false,
            ["html_url"] = $"https://github.com/owner/name/releases/tag/{tag}",
            ["upload_url"] = $"{Url}/uploads/repos/owner/name/releases/{id}/assets{{?name,label}}",
            ["assets"] = new JsonArray(),
        };
        Releases.Insert(0, release);
        return release;
    }

    public JsonObject AddAsset(JsonObject release, string name, byte[] content, string state = "uploaded")
    {
        var asset = new JsonObject
        {
            ["id"] = ++_lastId,
            ["name"] = name.Replace(' ', '.'),
            ["state"] = state,
            ["size"] = content.Length,
            ["digest"] = TellsDigests && state == "uploaded" ? $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}" : null,
        };
        release["assets"]!.AsArray().Add(asset);
        return asset;
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private FakeAnswer Answer(string method, string target, string? token, byte[] body)
    {
        lock (_gate)
        {
            var path = target.Split('?')[0];
            var query = target.Split('?', 2)
                .Skip(1)
                .SelectMany(x => x.Split('&'))
                .Select(x => x.Split('='))
                .ToDictionary(x => x[0], x => Uri.UnescapeDataString(x[1]));
            Requests.Add($"{method} {path}");
            if (Intercept($"{method} {path}") is { } intercepted)
            {
                return intercepted;
            }

            if (token != $"Bearer {Token}")
            {
                return new FakeAnswer(401, """{ "message": "Bad credentials" }""");
            }

            return (method, path.Split('/', StringSplitOptions.RemoveEmptyEntries)) switch
            {
                ("GET", ["repos", "owner", "name", "releases"]) => List(query),
                ("POST", ["repos", "owner", "name", "releases"]) => Create(body),
                ("GET", ["repos", "owner", "name", "releases", "tags", var tag]) => Published(Uri.UnescapeDataString(tag)),
                ("GET", ["repos", "owner", "name", "releases", var id, "assets"]) => new FakeAnswer(200, Release(id)["assets"]!.ToJsonString()),
                ("DELETE", ["repos", "owner", "name", "releases", "assets", var id]) => Delete(int.Parse(id, CultureInfo.InvariantCulture)),
                ("POST", ["uploads", "repos", "owner", "name", "releases", var id, "assets"]) => Upload(Release(id), query["name"], body),
                _ => FakeAnswer.NotFound,
            };
        }
    }

    private JsonObject Release(string id) => Releases.Single(x => x["id"]!.ToString() == id);

    private FakeAnswer List(Dictionary<string, string> query)
    {
        var page = int.Parse(query["page"], CultureInfo.InvariantCulture);
        var part = Releases.Skip((page - 1) * PageSize).Take(PageSize).Select(x => x.DeepClone());
        var next = page * PageSize < Releases.Count
            ? $"<{Url}/repos/owner/name/releases?page={page + 1}>; rel=\"next\", <{Url}>; rel=\"last\""
            : $"<{Url}>; rel=\"first\"";
        return new FakeAnswer(200, new JsonArray([.. part]).ToJsonString(), ("Link", next));
    }

    private FakeAnswer Published(string tag)
        => Releases.FirstOrDefault(x => !(bool)x["draft"]! && (string?)x["tag_name"] == tag) is { } release
            ? new FakeAnswer(200, release.ToJsonString())
            : FakeAnswer.NotFound;

    private FakeAnswer Create(byte[] body)
    {
        Bodies.Add(Encoding.UTF8.GetString(body));
        var wanted = JsonNode.Parse(body)!;
        var tag = wanted["tag_name"]!.GetValue<string>();
        var isDraft = (bool)wanted["draft"]!;
        if (!isDraft && Published(tag).Status == 200)
        {
            return FakeAnswer.AlreadyExists("Release", "tag_name");
        }

        return new FakeAnswer(201, AddRelease(tag, isDraft).ToJsonString());
    }

    private FakeAnswer Delete(int id)
    {
        foreach (var assets in Releases.Select(x => x["assets"]!.AsArray()))
        {
            if (assets.FirstOrDefault(x => (int)x!["id"]! == id) is { } asset)
            {
                assets.Remove(asset);
                return new FakeAnswer(204, "");
            }
        }

        return FakeAnswer.NotFound;
    }

    private FakeAnswer Upload(JsonObject release, string name, byte[] content)
        => release["assets"]!.AsArray().Any(x => (string?)x!["name"] == name.Replace(' ', '.'))
            ? FakeAnswer.AlreadyExists("ReleaseAsset", "name")
            : new FakeAnswer(201, AddAsset(release, name, content).ToJsonString());
}
