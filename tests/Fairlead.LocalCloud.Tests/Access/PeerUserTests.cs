using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Tests.S3;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Fairlead.LocalCloud.Tests.Access;

public sealed class PeerUserTests(S3TestCloud cloud) : IClassFixture<S3TestCloud>
{
    [Theory]
    [InlineData(1000, true, 1000, true)]
    [InlineData(0, true, 1000, true)]
    [InlineData(1001, true, 1000, false)]
    [InlineData(1001, true, 0, false)]
    [InlineData(0, false, 1000, false)]
    [InlineData(1000, false, 1000, false)]
    public void Own_sockets_and_roots_are_allowed_as_long_as_somebody_holds_them(uint user, bool isHeld, uint self, bool isAllowed)
        => PeerUser.IsAllowed(new SocketOwner(user, isHeld), self).ShouldBe(isAllowed);

    [Fact]
    public void A_socket_that_is_not_there_is_not_allowed() => PeerUser.IsAllowed(null, 1000).ShouldBeFalse();

    /// <summary>As when file descriptors have run out, and there are some again.</summary>
    [Fact]
    public void Nobody_is_let_in_without_an_answer_of_the_kernel_and_the_next_request_asks_again()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var context = new DefaultHttpContext();
        context.Features.Set<IConnectionItemsFeature>(new DefaultConnectionContext());
        var asked = 0;

        PeerUser.WhyRefused(context, (_, _) => null).ShouldNotBeNull();
        PeerUser.WhyRefused(context, Root).ShouldBeNull();
        PeerUser.WhyRefused(context, Root).ShouldBeNull();

        asked.ShouldBe(1, "an answer holds as long as the connection");

        SocketOwner? Root(IPEndPoint end, IPEndPoint other)
        {
            asked++;
            return new SocketOwner(0, IsHeld: true);
        }
    }

    [Fact]
    public void The_kernel_of_Linux_is_known_to_tell() => PeerUser.KernelTells.ShouldBe(OperatingSystem.IsLinux());

    [Fact]
    public void Connections_are_bounded_so_that_others_cannot_take_all_file_descriptors()
        => cloud.Server.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits.MaxConcurrentConnections.ShouldBe(1000);

    [LinuxTheory]
    [InlineData(AddressFamily.InterNetwork)]
    [InlineData(AddressFamily.InterNetworkV6)]
    public async Task The_kernel_tells_whose_the_other_end_is_until_it_is_closed(AddressFamily family)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var own = (IPEndPoint)listener.LocalEndpoint;

        // Clients of .NET connect to IPv4 addresses with sockets of IPv6.
        using var client = new Socket(family, SocketType.Stream, ProtocolType.Tcp);
        if (family == AddressFamily.InterNetworkV6)
        {
            client.DualMode = true;
        }

        await client.ConnectAsync(IPAddress.Loopback, own.Port);
        using var accepted = await listener.AcceptSocketAsync();
        var remote = (IPEndPoint)accepted.RemoteEndPoint!;

        var open = PeerUser.OwnerOf(remote, own);
        client.Dispose();
        var closed = PeerUser.OwnerOf(remote, own);

        open.ShouldNotBeNull().IsHeld.ShouldBeTrue();
        (closed?.IsHeld ?? false).ShouldBeFalse();
        PeerUser.OwnerOf(new IPEndPoint(IPAddress.Loopback, 1), own).ShouldBeNull();
    }

    [OtherUserFact]
    public async Task Another_user_reaches_neither_the_API_nor_the_registry_and_sees_the_site()
    {
        (await StatusAsync(cloud.Server.Endpoints.Api, "/")).ShouldBe("403");
        (await StatusAsync(cloud.Server.Endpoints.Registry, "/v2/")).ShouldBe("403");

        // No distribution is there; who asks is not looked at.
        (await BodyAsync(cloud.Server.Endpoints.Edge, "/")).ShouldContain("No enabled distribution");
        (await BodyAsync(cloud.Server.Endpoints.Api, "/")).ShouldContain("another user of this machine");
    }

    private static Task<string> StatusAsync(Uri endpoint, string path)
        => CurlAsync("-o", "/dev/null", "-w", "%{http_code}", new Uri(endpoint, path).ToString());

    private static Task<string> BodyAsync(Uri endpoint, string path) => CurlAsync(new Uri(endpoint, path).ToString());

    private static async Task<string> CurlAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", "curl", "-s", "--noproxy", "*", .. arguments])
        {
            RedirectStandardOutput = true,
            WorkingDirectory = "/"
        };
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return output;
    }
}

/// <summary>Needs the kernel's word on sockets.</summary>
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public LinuxTheoryAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Linux tells whose a socket is; this is another system.";
}

/// <summary>Needs a second user: only root can become one.</summary>
public sealed class OtherUserFactAttribute : FactAttribute
{
    public OtherUserFactAttribute()
        => Skip = !OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess || !File.Exists("/usr/bin/setpriv") || !File.Exists("/usr/bin/curl")
            ? "Another user is needed: this runs as root on Linux with setpriv and curl."
            : null;
}
