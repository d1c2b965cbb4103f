using System.Net;
using System.Net.Sockets;

namespace Fairlead.Testing;

/// <summary>Ports of the loopback that nobody listens on.</summary>
public static class FreePort
{
    /// <summary>A port that was free a moment ago: for servers that cannot choose one and say which, and for a server that must not be there.</summary>
    public static int Next()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Ports that are free and that the system does not hand out to clients, for a server that is stopped and started again on the same.</summary>
    public static IReadOnlyList<int> Lasting(int count)
    {
        var free = new HashSet<int>();
        while (free.Count < count)
        {
            // Linux hands out ports from 32768 on, the others from 49152 on.
            using var listener = new TcpListener(IPAddress.Loopback, Random.Shared.Next(20000, 30000));
            try
            {
                listener.Start();
                free.Add(((IPEndPoint)listener.LocalEndpoint).Port);
            }
            catch (SocketException)
            {
                // Taken; another one is not.
            }
        }

        return [.. free];
    }
}
