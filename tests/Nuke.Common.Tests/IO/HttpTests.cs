using System.Net;
using System.Net.Sockets;
using System.Text;
using Nuke.Common.IO;
using Nuke.Common.Utilities.Net;

namespace Nuke.Common.Tests.IO;

public sealed class HttpTests : IDisposable
{
    private readonly AbsolutePath _root = Directory.CreateTempSubdirectory("http-").FullName;
    private readonly Answering _server = new();
    private readonly TimeSpan _timeout = HttpTasks.DefaultTimeout;

    // The server is in this process: on a busy machine it may not get a thread within five seconds.
    public HttpTests() => HttpTasks.DefaultTimeout = TimeSpan.FromMinutes(2);

    public void Dispose()
    {
        HttpTasks.DefaultTimeout = _timeout;
        _server.Dispose();
        _root.DeleteDirectory();
    }

    [Fact]
    public void Text_and_files_are_downloaded()
    {
        _server.Answer(200, "hello");
        HttpTasks.HttpDownloadString(_server.Url, headerConfigurator: x => x.Add("X-Key", "1")).ShouldBe("hello");
        _server.Request.ShouldContain("X-Key: 1");

        _server.Answer(200, "content");
        HttpTasks.HttpDownloadFile(_server.Url, _root / "new" / "file");
        (_root / "new" / "file").ReadAllText().ShouldBe("content");
    }

    [Fact]
    public void A_failed_download_leaves_no_file()
    {
        _server.Answer(404, "gone");
        Should.Throw<ArgumentException>(() => HttpTasks.HttpDownloadFile(_server.Url, _root / "file")).Message.ShouldContain("answered 404");
        (_root / "file").FileExists().ShouldBeFalse();
    }

    [Fact]
    public async Task A_request_is_put_together_and_its_response_checked()
    {
        using var client = new HttpClient();
        _server.Answer(201, """{ "id": 7 }""");
        var response = await client.CreateRequest(HttpMethod.Post, _server.Url, "orders")
            .WithBasicAuthentication("user", "pass")
            .WithJsonContent(new { a = 1 })
            .GetResponseAsync();
        _server.Request.ShouldContain("POST /orders");
        _server.Request.ShouldContain("Authorization: Basic dXNlcjpwYXNz");
        _server.Request.ShouldEndWith("""{"a":1}""");
        response.AssertSuccessfulStatusCode().AssertStatusCode(HttpStatusCode.Created);
        (await response.GetBodyAsJson<Dictionary<string, int>>())!["id"].ShouldBe(7);
        Should.Throw<HttpResponseException>(() => response.AssertStatusCode(HttpStatusCode.OK)).Message.ShouldContain("201 Created; 200 OK was expected");
        Should.Throw<HttpResponseException>(() => response.AssertResponse(_ => "wrong")).Message.ShouldBe("wrong");
    }

    /// <summary>Answers one request at a time with what it was told to.</summary>
    private sealed class Answering : IDisposable
    {
        private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
        private Task<string>? _request;

        public Answering() => _listener.Start();

        public string Url => $"http://{_listener.LocalEndpoint}/";

        public string Request => _request!.GetAwaiter().GetResult();

        public void Answer(int status, string body) => _request = AnswerAsync(status, body);

        public void Dispose() => _listener.Dispose();

        private async Task<string> AnswerAsync(int status, string body)
        {
            using var connection = await _listener.AcceptTcpClientAsync();
            await using var stream = connection.GetStream();
            var text = "";
            var buffer = new byte[8192];
            while (!IsWhole(text) && await stream.ReadAsync(buffer) is > 0 and var read)
                text += Encoding.UTF8.GetString(buffer, 0, read);
            await stream.WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 {status} X\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
            return text;
        }

        private static bool IsWhole(string text)
        {
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            return end >= 0 && (!text.Contains("\r\nTransfer-Encoding: chunked") || text.EndsWith("0\r\n\r\n"))
                && text.Length - end - 4 >= Length(text);
        }

        private static int Length(string text) =>
            text.Split("\r\n").FirstOrDefault(x => x.StartsWith("Content-Length: ", StringComparison.OrdinalIgnoreCase)) is { } header
                ? int.Parse(header["Content-Length: ".Length..])
                : 0;
    }
}
