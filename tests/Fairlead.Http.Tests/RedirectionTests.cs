using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Fairlead.Http.Tests;

public sealed class RedirectionTests
{
    [Fact]
    public async Task Authorization_stays_with_the_server_that_it_was_for()
    {
        await using var other = new LoopbackServer(_ => new ScriptedResponse(200, "there"));
        await using var server = new LoopbackServer(_ => new ScriptedResponse(307, "", ("Location", other.Url.AbsoluteUri)));
        using var http = LimitedHttp.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, server.Url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", "secret");

        using var answer = await http.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldBe("there");
        server.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldContain("Authorization");
        other.Requests.ShouldHaveSingleItem().Headers.Keys.ShouldNotContain("Authorization");
    }

    [Fact]
    public async Task A_circle_ends()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(302, "", ("Location", "/again")));
        using var http = LimitedHttp.CreateClient();

        using var answer = await http.GetAsync(server.Url);

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        server.Requests.Count.ShouldBe(6);
    }

    [Fact]
    public async Task None_is_followed_where_none_may_be()
    {
        await using var server = new LoopbackServer(_ => new ScriptedResponse(302, "", ("Location", "/again")));
        using var http = LimitedHttp.CreateClient(HttpLimits.Default with { Redirections = 0 });

        using var answer = await http.GetAsync(server.Url);

        server.Requests.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task None_leads_from_https_to_http()
    {
        await using var open = new LoopbackServer(_ => new ScriptedResponse(200, "read by everybody"));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var serving = RedirectOverTlsAsync(listener, open.Url);
        using var http = LimitedHttp.CreateClient(
            configure: x => x.SslOptions.RemoteCertificateValidationCallback = (_, given, _, _) => given?.Subject == "CN=localhost");

        using var answer = await http.GetAsync($"https://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        await serving;

        answer.StatusCode.ShouldBe(HttpStatusCode.Found);
        open.Requests.ShouldBeEmpty();
    }

    private static async Task RedirectOverTlsAsync(TcpListener listener, Uri location)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var client = await listener.AcceptTcpClientAsync();
        await using var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(certificate);
        using var reader = new StreamReader(tls);
        while (await reader.ReadLineAsync() is { Length: > 0 })
        {
        }

        await tls.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 302 Found\r\nLocation: {location}\r\nContent-Length: 0\r\n\r\n"));
    }
}
