using System.Net.Sockets;

namespace Fairlead.IntegrationTests;

/// <summary>A test that needs a Docker Engine that answers, and programs on PATH. Skipped with the reason otherwise.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DockerFactAttribute : FactAttribute
{
    private static readonly Lazy<string?> WhyNot = new(Probe);

    public DockerFactAttribute(params string[] tools) => Skip = new ToolFactAttribute(tools).Skip ?? WhyNot.Value;

    private static string? Probe()
    {
        var host = Environment.GetEnvironmentVariable("DOCKER_HOST") is { Length: > 0 } named ? named : "unix:///var/run/docker.sock";
        if (!host.StartsWith("unix://", StringComparison.Ordinal))
        {
            return $"DOCKER_HOST is {host}, and only unix:// is understood";
        }

        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) { ReceiveTimeout = 5_000 };
            socket.Connect(new UnixDomainSocketEndPoint(host["unix://".Length..]));
            socket.Send("GET /_ping HTTP/1.0\r\nHost: docker\r\n\r\n"u8);
            var buffer = new byte[64];
            return buffer.AsSpan(0, socket.Receive(buffer)).IndexOf(" 200 "u8) >= 0 ? null : $"the Docker Engine at {host} is not well";
        }
        catch (SocketException exception)
        {
            return $"no Docker Engine answers at {host}: {exception.Message}";
        }
    }
}
