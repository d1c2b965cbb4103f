using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Microsoft.AspNetCore.Connections.Features;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// Keeps other users of this machine out: loopback is open to all of them. On Linux the kernel tells whose socket the other end of a connection
/// is (sock_diag(7)); elsewhere, and where the kernel has no such service, nobody is refused. Whether it has is asked
/// once, when the local cloud starts: an answer that is missing later, as when file descriptors have run out, lets nobody in.
/// </summary>
internal static partial class PeerUser
{
    private static readonly object Key = new();

    private static readonly Lazy<bool> IsTold = new(AskOwn);

    /// <summary>Does the kernel tell whose sockets are? Asked the first time, of a connection of its own; ask before anybody can connect.</summary>
    /// <exception cref="SocketException">There is no making a connection.</exception>
    public static bool KernelTells => IsTold.Value;

    /// <summary>Why the user at the other end of the request's connection is refused; null when the request may go on. Asked once for a connection.</summary>
    public static string? WhyRefused(HttpContext context) => KernelTells ? WhyRefused(context, OwnerOf) : null;

    /// <inheritdoc cref="WhyRefused(HttpContext)"/>
    /// <param name="context">The request.</param>
    /// <param name="ownerOf">What the kernel tells.</param>
    public static string? WhyRefused(HttpContext context, Func<IPEndPoint, IPEndPoint, SocketOwner?> ownerOf)
    {
        if (context.Features.Get<IConnectionItemsFeature>() is not { } connection)
        {
            return null;
        }

        if (!connection.Items.TryGetValue(Key, out var isRefused))
        {
            var own = EndPoint(context.Connection.LocalIpAddress, context.Connection.LocalPort);
            var owner = ownerOf(EndPoint(context.Connection.RemoteIpAddress, context.Connection.RemotePort), own);
            isRefused = !IsAllowed(owner, EffectiveUser());

            // No answer is no verdict to keep: the next request of the connection asks again.
            if (owner is not null)
            {
                connection.Items[Key] = isRefused;
            }
        }

        return isRefused is true
            ? "The request comes from another user of this machine. The local cloud serves the user who started it; start one of your own, with a state "
                + "directory of your own."
            : null;
    }

    /// <summary>
    /// The own user, and root: the Docker Engine pulls from the registry. A socket that nobody holds any more does not count: the kernel may
    /// tell root of one whose process has closed it.
    /// </summary>
    public static bool IsAllowed(SocketOwner? owner, uint self) => owner is { IsHeld: true } held && (held.User == self || held.User == 0);

    /// <summary>Whose a TCP socket is, by its own end and the one that it is connected to; null when there is none or the kernel does not tell.</summary>
    public static SocketOwner? OwnerOf(IPEndPoint end, IPEndPoint other)
    {
        // struct nlmsghdr and struct inet_diag_req_v2 of linux/netlink.h and linux/inet_diag.h, and its answer, struct inet_diag_msg.
        const int header = 16;
        const int requestLength = header + 56;
        const int user = header + 64;
        const int answerLength = header + 72;
        const ushort sockDiagByFamily = 20;
        const ushort isRequest = 1;
        Span<byte> message = stackalloc byte[requestLength];
        message.Clear();
        BitConverter.TryWriteBytes(message, requestLength);
        BitConverter.TryWriteBytes(message[4..], sockDiagByFamily);
        BitConverter.TryWriteBytes(message[6..], isRequest);
        message[header] = (byte)(end.AddressFamily == AddressFamily.InterNetwork ? 2 : 10);
        message[header + 1] = (byte)ProtocolType.Tcp;
        message.Slice(header + 4, 4).Fill(0xFF);
        BinaryPrimitives.WriteUInt16BigEndian(message[(header + 8)..], (ushort)end.Port);
        BinaryPrimitives.WriteUInt16BigEndian(message[(header + 10)..], (ushort)other.Port);
        end.Address.TryWriteBytes(message[(header + 12)..], out _);
        other.Address.TryWriteBytes(message[(header + 28)..], out _);
        message[^8..].Fill(0xFF);

        Span<byte> answer = stackalloc byte[1024];
        var length = Ask(message, answer);
        return length >= answerLength && BitConverter.ToUInt16(answer[4..]) == sockDiagByFamily
            ? new SocketOwner(BitConverter.ToUInt32(answer[user..]), BitConverter.ToUInt32(answer[(user + 4)..]) != 0)
            : null;
    }

    private static bool AskOwn()
    {
        if (!OperatingSystem.IsLinux())
        {
            return false;
        }

        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var client = new TcpClient(AddressFamily.InterNetwork);
        client.Connect((IPEndPoint)listener.LocalEndpoint);
        return OwnerOf((IPEndPoint)client.Client.LocalEndPoint!, (IPEndPoint)listener.LocalEndpoint) is not null;
    }

    private static int Ask(ReadOnlySpan<byte> message, Span<byte> answer)
    {
        const int netlink = 16;
        const int datagram = 2;
        const int closeOnExec = 0x80000;
        const int sockDiag = 4;
        const int doNotWait = 0x40;
        var socket = OpenSocket(netlink, datagram | closeOnExec, sockDiag);
        if (socket < 0)
        {
            return 0;
        }

        try
        {
            // The kernel has answered when the message is sent.
            return Send(socket, message, (nuint)message.Length, 0) < 0 ? 0 : (int)Receive(socket, answer, (nuint)answer.Length, doNotWait);
        }
        finally
        {
            _ = Close(socket);
        }
    }

    private static IPEndPoint EndPoint(IPAddress? address, int port)
        => new(address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address ?? IPAddress.Loopback, port);

    [LibraryImport("libc", EntryPoint = "geteuid")]
    private static partial uint EffectiveUser();

    [LibraryImport("libc", EntryPoint = "socket")]
    private static partial int OpenSocket(int domain, int type, int protocol);

    [LibraryImport("libc", EntryPoint = "send")]
    private static partial nint Send(int socket, ReadOnlySpan<byte> message, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "recv")]
    private static partial nint Receive(int socket, Span<byte> buffer, nuint length, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int socket);
}
