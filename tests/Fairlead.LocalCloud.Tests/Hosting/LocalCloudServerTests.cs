using System.Net;
using System.Net.Sockets;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Hosting;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.Hosting;

public sealed class LocalCloudServerTests : IDisposable
{
    private static readonly HttpClient Http = new();
    private static readonly IPAddress[] OnThisMachine = [.. new[] { IPAddress.Loopback, IPAddress.IPv6Loopback }.Where(CanListenOn)];
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

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("::1")]
    public async Task A_port_that_is_taken_on_either_address_of_localhost_is_replaced_and_told(string address)
    {
        if (!OnThisMachine.Contains(IPAddress.Parse(address)))
        {
            return;
        }

        using var taken = new TcpListener(IPAddress.Parse(address), 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        await File.WriteAllTextAsync(
            Path.Combine(_path, "ports.json"),
            $$"""{ "Api": {{port}}, "Registry": {{FreePort.Next()}}, "Edge": {{FreePort.Next()}} }""");

        await using var server = await StartAsync();

        server.Endpoints.Api.Port.ShouldNotBe(port);
        server.Endpoints.Notice.ShouldBe($"Port {port} is taken; the AWS API answers on {server.Endpoints.Api.Port}.");
    }

    [Fact]
    public async Task Nobody_else_can_listen_where_localhost_leads()
    {
        await using var server = await StartAsync();

        foreach (var port in new[] { server.Endpoints.Api.Port, server.Endpoints.Registry.Port, server.Endpoints.Edge.Port })
        {
            foreach (var address in OnThisMachine)
            {
                using var other = new TcpListener(address, port);
                Should.Throw<SocketException>(other.Start).SocketErrorCode.ShouldBe(SocketError.AddressAlreadyInUse);
                using var client = new TcpClient(address.AddressFamily);
                await client.ConnectAsync(address, port);
            }
        }

        server.Endpoints.Notice.ShouldBeNull();
    }

    [Fact]
    public async Task Its_access_key_has_the_shape_of_AWSs_is_its_owners_alone_and_stays()
    {
        AccessKey first;
        await using (var server = await StartAsync())
        {
            first = server.AccessKey;
        }

        await using var second = await StartAsync();

        second.AccessKey.ShouldBe(first);
        first.Id.ShouldMatch("^AKIA[A-Z2-7]{16}$");
        first.Secret.ShouldMatch("^[A-Za-z0-9]{40}$");
        first.ToString().ShouldNotContain(first.Secret);
        var file = Path.Combine(_path, AccessKey.FileName);
        (await File.ReadAllTextAsync(file)).ShouldContain(first.Secret);
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "accessKeyId": "AKIALOCALCLOUD234567", "secretAccessKey": "" }""")]
    [InlineData("""{ "accessKeyId": "AKIALOCALCLOUD234567", "secretAccessKey": "guessed" }""")]
    public async Task A_key_that_it_did_not_write_is_put_aside_and_told_and_the_next_start_has_a_new_one(string written)
    {
        var file = Path.Combine(_path, AccessKey.FileName);
        await File.WriteAllTextAsync(file, written);

        (await Should.ThrowAsync<StateDirectoryException>(StartAsync)).Message.ShouldContain(file);
        await using var server = await StartAsync();

        server.AccessKey.Secret.Length.ShouldBe(40);
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

    private static bool CanListenOn(IPAddress address)
    {
        try
        {
            using var listener = new TcpListener(address, 0);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private Task<LocalCloudServer> StartAsync()
        => LocalCloudServer.StartAsync(new LocalCloudOptions { StateDirectory = _path, ApiPort = 0, RegistryPort = 0, EdgePort = 0 });
}
