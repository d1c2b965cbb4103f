using System.Net;
using System.Net.Sockets;
using System.Text.Json.Serialization;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Hosting;

/// <summary>
/// The three ports of a local cloud. One that is taken is replaced by a free one, and kept in <c>ports.json</c>: URLs and image references
/// that were handed out stay good when the local cloud comes back.
/// </summary>
internal sealed record ListenerPorts(int Api, int Registry, int Edge)
{
    private const string File = "ports.json";

    /// <returns>The ports, and a sentence for each that is another one than expected; null when none is.</returns>
    public static (ListenerPorts Ports, string? Notice) Choose(LocalCloudOptions options, StateDirectory state)
    {
        var document = new JsonState<PortsDocument>(state, File, PortsJson.Default.PortsDocument, WhyWrong);
        var last = document.Read(x => x.Api == 0 ? null : new ListenerPorts(x.Api, x.Registry, x.Edge));
        (string Listener, int Wanted, int? Last)[] listeners =
        [
            ("the AWS API", options.ApiPort, last?.Api),
            ("the registry", options.RegistryPort, last?.Registry),
            ("the edge", options.EdgePort, last?.Edge),
        ];

        // Held until all three are chosen: a port that is let go at once can be handed out again as the next one.
        var held = new List<HeldPort>();
        ListenerPorts chosen;
        try
        {
            foreach (var (_, wanted, before) in listeners)
            {
                held.Add(Hold(wanted, before));
            }

            chosen = new ListenerPorts(held[0].Port, held[1].Port, held[2].Port);
        }
        finally
        {
            held.ForEach(x => x.Dispose());
        }

        if (chosen != last)
        {
            document.Change(x => (x.Api, x.Registry, x.Edge) = (chosen.Api, chosen.Registry, chosen.Edge));
        }

        var replaced = listeners
            .Zip(held, (listener, port) => (listener.Listener, Expected: listener.Last ?? listener.Wanted, port.Port))
            .Where(x => x.Expected != 0 && x.Expected != x.Port)
            .Select(x => $"Port {x.Expected} is taken; {x.Listener} answers on {x.Port}.")
            .ToList();
        return (chosen, replaced.Count > 0 ? string.Join(' ', replaced) : null);
    }

    private static string? WhyWrong(PortsDocument document)
        => new[] { document.Api, document.Registry, document.Edge }.FirstOrDefault(x => x is < 0 or > IPEndPoint.MaxPort) is var wrong and not 0
            ? $"{wrong} is not a port; ports are 0 to {IPEndPoint.MaxPort}."
            : null;

    /// <summary>The port of the last time, else the wanted one, else one that the system picks.</summary>
    private static HeldPort Hold(int wanted, int? last)
    {
        foreach (var port in new[] { last, wanted })
        {
            if (port is > 0)
            {
                try
                {
                    return Loopback.Hold(port.Value);
                }
                catch (SocketException)
                {
                    // Taken; the next one may not be.
                }
            }
        }

        return Loopback.Hold(0);
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
