using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>
/// The three ports of a local cloud. One that is taken is replaced by a free one, and kept in <c>ports.json</c>: URLs and image references
/// that were handed out stay good when the local cloud comes back.
/// </summary>
internal sealed record ListenerPorts(int Api, int Registry, int Edge)
{
    private const string File = "ports.json";

    public static ListenerPorts Choose(LocalCloudOptions options, StateDirectory state)
    {
        var document = new JsonState<PortsDocument>(state, File, PortsJson.Default.PortsDocument, WhyWrong);
        var last = document.Read(x => x.Api == 0 ? null : new ListenerPorts(x.Api, x.Registry, x.Edge));

        // Held until all three are chosen: a port that is let go at once can be handed out again as the next one.
        var held = new List<TcpListener>();
        ListenerPorts chosen;
        try
        {
            chosen = new ListenerPorts(
                Free(options.ApiPort, last?.Api, held),
                Free(options.RegistryPort, last?.Registry, held),
                Free(options.EdgePort, last?.Edge, held));
        }
        finally
        {
            held.ForEach(x => x.Dispose());
        }

        if (chosen != last)
        {
            document.Change(x => (x.Api, x.Registry, x.Edge) = (chosen.Api, chosen.Registry, chosen.Edge));
        }

        return chosen;
    }

    private static string? WhyWrong(PortsDocument document)
        => new[] { document.Api, document.Registry, document.Edge }.FirstOrDefault(x => x is < 0 or > IPEndPoint.MaxPort) is var wrong and not 0
            ? $"{wrong} is not a port; ports are 0 to {IPEndPoint.MaxPort}."
            : null;

    /// <summary>The port of the last time, else the wanted one, else one that the system picks.</summary>
    private static int Free(int wanted, int? last, List<TcpListener> held)
    {
        foreach (var port in new[] { last, wanted })
        {
            if (port is > 0)
            {
                try
                {
                    return Hold(port.Value, held);
                }
                catch (SocketException)
                {
                    // Taken; the next one may not be.
                }
            }
        }

        return Hold(0, held);
    }

    private static int Hold(int port, List<TcpListener> held)
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        held.Add(listener);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary><c>ports.json</c>. 0 for none yet.</summary>
internal sealed class PortsDocument
{
    public int Api { get; set; }

    public int Registry { get; set; }

    public int Edge { get; set; }
}

[JsonSerializable(typeof(PortsDocument))]
internal sealed partial class PortsJson : JsonSerializerContext;
