using System.Net;
using System.Net.Sockets;

namespace Fairlead.LocalCloud.Access;

/// <summary>A port that is held on several addresses.</summary>
internal sealed class HeldPort : IDisposable
{
    private readonly List<TcpListener> _listeners = [];

    private HeldPort()
    {
    }

    public int Port { get; private set; }

    public static HeldPort Take(int port, IReadOnlyList<IPAddress> addresses)
    {
        var held = new HeldPort { Port = port };
        try
        {
            foreach (var address in addresses)
            {
                var listener = new TcpListener(address, held.Port);
                held._listeners.Add(listener);
                listener.Start();
                held.Port = ((IPEndPoint)listener.LocalEndpoint).Port;
            }

            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose() => _listeners.ForEach(x => x.Dispose());
}
