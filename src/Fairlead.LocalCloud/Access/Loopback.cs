using System.Net;
using System.Net.Sockets;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// The addresses that <c>localhost</c> stands for. A listener takes its port on all of them: on one that it left free, another user of the machine could
/// listen, and get what clients send to <c>localhost</c>.
/// </summary>
internal static class Loopback
{
    /// <summary>So often two ports are tried that the system calls free for 127.0.0.1 and that ::1 has taken.</summary>
    private const int Attempts = 20;

    /// <summary>127.0.0.1, and ::1 where there is IPv6.</summary>
    public static IReadOnlyList<IPAddress> Addresses { get; } = HasVersion6() ? [IPAddress.Loopback, IPAddress.IPv6Loopback] : [IPAddress.Loopback];

    /// <summary>Holds a port on all addresses, so that nobody else gets it until the result is disposed.</summary>
    /// <param name="port">0 takes a free one.</param>
    /// <exception cref="SocketException">It is taken, on one of them at least.</exception>
    public static HeldPort Hold(int port)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return HeldPort.Take(port, Addresses);
            }
            catch (SocketException) when (port == 0 && attempt < Attempts)
            {
            }
        }
    }

    private static bool HasVersion6()
    {
        try
        {
            using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
