using System.Runtime.InteropServices;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Writes to a file descriptor of a Unix process as write(2) does. A FileStream would keep a position of its own, so that children which write
/// to the same file and the engine would overwrite each other.
/// </summary>
internal sealed class DescriptorStream(int descriptor) : Stream
{
    private const int Interrupted = 4; // EINTR
    private const int Gone = 5; // EIO: the terminal was closed.
    private const int NotOpen = 9; // EBADF: the process was started without an output, as by >&- in a shell.
    private const int BrokenPipe = 32; // EPIPE: the reader has ended, as head does.
    private const short Writable = 4; // POLLOUT

    private bool _isGone;

    // EAGAIN: a child has made the shared terminal or pipe non-blocking, as Node.js does.
    private static int Again => OperatingSystem.IsLinux() ? 11 : 35;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="IOException">The bytes cannot be written, such as on a full disk. That nobody reads them is no error.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty && !_isGone)
        {
            var written = Write(descriptor, ref MemoryMarshal.GetReference(buffer), buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            var error = Marshal.GetLastPInvokeError();
            if (error == Again)
            {
                var wanted = new PollDescriptor { Descriptor = descriptor, Events = Writable };
                _ = Poll(ref wanted, 1, Timeout.Infinite);
            }
            else if (error is Gone or NotOpen or BrokenPipe)
            {
                _isGone = true;
            }
            else if (error != Interrupted)
            {
                throw new IOException($"Standard output cannot be written: {Marshal.GetPInvokeErrorMessage(error)}.");
            }
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [DllImport("libc", EntryPoint = "write", SetLastError = true)]
    private static extern nint Write(int descriptor, ref byte buffer, nint count);

    [DllImport("libc", EntryPoint = "poll", SetLastError = true)]
    private static extern int Poll(ref PollDescriptor descriptors, nint count, int timeout);

    // struct pollfd
    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short ReturnedEvents;
    }
}
