using System.Net;
using System.Net.Sockets;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.LocalCloud.Tests.Hosting;

public sealed class LocalCloudServerTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private readonly string _path = Directory.CreateTempSubdirectory("fairlead-host-").FullName;

    public void Dispose() => Directory.Delete(_path, recursive: true);

    [Fact]
    public async Task It_listens_on_loopback_only_and_says_who_it_is()
    {
        await using var server = await StartAsync();

        server.Endpoints.Api.IsLoopback.ShouldBeTrue();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoints.Api, "/_fairlead/status"));
        request.Headers.Add(ControlKey.HeaderName, server.ControlKey);
        using var response = await Http.SendAsync(request);
        (await response.Content.ReadAsStringAsync()).ShouldContain($"\"processId\": {Environment.ProcessId}");
    }

    [Fact]
    public async Task Its_ports_are_the_same_when_it_comes_back()
    {
        Uri edge;
        await using (var first = await StartAsync())
        {
            edge = first.Endpoints.Edge;
        }

        await using var second = await StartAsync();
        second.Endpoints.Edge.ShouldBe(edge);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_replaced()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        await using var server = await LocalCloudServer.StartAsync(new LocalCloudOptions
        {
            StateDirectory = _path,
            ApiPort = port,
            RegistryPort = 0,
            EdgePort = 0
        });

        server.Endpoints.Api.Port.ShouldNotBe(port);
    }

    [Fact]
    public async Task A_note_of_one_port_for_two_listeners_is_not_followed()
    {
        var port = FreePort.Next();
        await File.WriteAllTextAsync(Path.Combine(_path, "ports.json"), $$"""{ "Api": {{port}}, "Registry": {{port}}, "Edge": {{port}} }""");

        await using var server = await StartAsync();

        new[] { server.Endpoints.Api.Port, server.Endpoints.Registry.Port, server.Endpoints.Edge.Port }.Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public async Task The_note_of_its_endpoints_goes_when_it_stops()
    {
        await using (await StartAsync())
        {
            File.Exists(Path.Combine(_path, "endpoints.json")).ShouldBeTrue();
        }

        File.Exists(Path.Combine(_path, "endpoints.json")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_service_that_it_does_not_have_is_named()
    {
        await using var server = await StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Endpoints.Api);
        await new SignatureV4(server.AccessKey.Id, server.AccessKey.Secret).SignAsync(request, "kinesis");

        using var response = await Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.NotImplemented);
        (await response.Content.ReadAsStringAsync()).ShouldContain("kinesis");
    }

    private Task<LocalCloudServer> StartAsync()
        => LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = _path, ApiPort = 0, RegistryPort = 0, EdgePort = 0 });
}
