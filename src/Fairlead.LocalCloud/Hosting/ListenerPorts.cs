using System.Net;
using System.Net.Sockets;
using System.Text.Json;
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
        var last = Read(state);

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
            state.WriteAtomically(File, JsonSerializer.SerializeToUtf8Bytes(chosen, ListenerPortsJson.Default.ListenerPorts));
        }

        return chosen;
    }

    private static ListenerPorts? Read(StateDirectory state)
    {
        try
        {
            return JsonSerializer.Deserialize(System.IO.File.ReadAllBytes(state.PathOf(File)), ListenerPortsJson.Default.ListenerPorts);
        }
        catch (Exception exception) when (exception is IOException or JsonException)
        {
            return null;
        }
    }

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

[JsonSerializable(typeof(ListenerPorts))]
internal sealed partial class ListenerPortsJson : JsonSerializerContext;
