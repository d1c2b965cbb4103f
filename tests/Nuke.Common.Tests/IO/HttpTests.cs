using System.Net;
using Nuke.Common.IO;
using Nuke.Common.Utilities.Net;

namespace Nuke.Common.Tests.IO;

public sealed class HttpTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("http-").FullName;
    private readonly LoopbackServer _server;
    private ScriptedResponse _answer = new(200, "");
    private readonly TimeSpan _timeout = HttpTasks.DefaultTimeout;

    // The server is in this process: on a busy machine it may not get a thread within five seconds.
    public HttpTests()
    {
        HttpTasks.DefaultTimeout = TimeSpan.FromMinutes(2);
        _server = new LoopbackServer(_ => _answer);
    }

    public void Dispose()
    {
        HttpTasks.DefaultTimeout = _timeout;
        _server.Dispose();
        _root.DeleteDirectory();
    }

    [Fact]
    public void Text_and_files_are_downloaded()
    {
        Answer(200, "hello");
        HttpTasks.HttpDownloadString(_server.Url.ToString(), headerConfigurator: x => x.Add("X-Key", "1")).ShouldBe("hello");
        Request.ShouldContain("X-Key: 1");

        Answer(200, "content");
        HttpTasks.HttpDownloadFile(_server.Url.ToString(), _root / "new" / "file");
        (_root / "new" / "file").ReadAllText().ShouldBe("content");
    }

    [Fact]
    public void A_failed_download_leaves_no_file()
    {
        Answer(404, "gone");
        Should.Throw<ArgumentException>(() => HttpTasks.HttpDownloadFile(_server.Url.ToString(), _root / "file")).Message.ShouldContain("answered 404");
        (_root / "file").FileExists().ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_is_put_together_and_its_response_checked()
    {
        using var client = new HttpClient();
        Answer(201, """{ "id": 7 }""");
        var response = await client.CreateRequest(HttpMethod.Post, _server.Url.ToString(), "orders")
            .WithBasicAuthentication("user", "pass")
            .WithJsonContent(new { a = 1 })
            .GetResponseAsync();
        Request.ShouldContain("POST /orders");
        Request.ShouldContain("Authorization: Basic dXNlcjpwYXNz");
        Request.ShouldEndWith("""{"a":1}""");
        response.AssertSuccessfulStatusCode().AssertStatusCode(HttpStatusCode.Created);
        (await response.GetBodyAsJson<Dictionary<string, int>>())!["id"].ShouldBe(7);
        Should.Throw<HttpResponseException>(() => response.AssertStatusCode(HttpStatusCode.OK)).Message.ShouldContain("201 Created; 200 OK was expected");
        Should.Throw<HttpResponseException>(() => response.AssertResponse(_ => "wrong")).Message.ShouldBe("wrong");
    }

    private void Answer(int status, string body) => _answer = new ScriptedResponse(status, body);

    /// <summary>The last request, as it is on the wire.</summary>
    private string Request
        => _server.Requests.Last() is var request
            ? $"{request.Method} {request.Path}\n{string.Concat(request.Headers.Select(x => $"{x.Key}: {x.Value}\n"))}\n{request.Body}"
            : "";
}
