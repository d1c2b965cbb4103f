using System.IO.Pipes;
using System.Runtime.InteropServices;
using System.Text;
using Nuke.Common.ConsoleOutput;

namespace Nuke.Common.Tests.ConsoleOutput;

public sealed class DescriptorStreamTests
{
    private const int SetFlags = 4; // F_SETFL
    private const int NonBlocking = 0x800; // O_NONBLOCK of Linux

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    [UnixFact]
    public void What_a_child_writes_to_the_same_file_and_what_the_engine_writes_do_not_overwrite_each_other()
    {
        var path = Path.GetTempFileName();
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write))
        {
            // Once: asking for the handle sets the position of the file to that of the FileStream.
            var descriptor = (int)file.SafeFileHandle.DangerousGetHandle();
            var stream = new DescriptorStream(descriptor);
            stream.Write("one "u8);
            var child = new DescriptorStream(descriptor);
            child.Write("two "u8);
            stream.Write("three"u8);
        }

        File.ReadAllText(path).ShouldBe("one two three");
        File.Delete(path);
    }

    [UnixFact]
    public void That_nobody_reads_any_more_is_no_error()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        pipe.DisposeLocalCopyOfClientHandle();
        var stream = new DescriptorStream((int)pipe.SafePipeHandle.DangerousGetHandle());
        Should.NotThrow(() => stream.Write("text"u8));
    }

    [UnixFact]
    public void That_the_process_was_started_without_an_output_is_no_error()
    {
        const int Closed = 1_000_000_000;
        Should.NotThrow(() => new DescriptorStream(Closed).Write("text"u8));
    }

    [UnixFact]
    public void A_pipe_that_a_child_made_non_blocking_is_waited_for_and_gets_every_byte()
    {
        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out);
        using var reader = new AnonymousPipeClientStream(PipeDirection.In, pipe.ClientSafePipeHandle);
        var descriptor = (int)pipe.SafePipeHandle.DangerousGetHandle();
        Control(descriptor, SetFlags, NonBlocking).ShouldBe(0);

        // More than the pipe takes at once.
        var text = new byte[1024 * 1024];
        Random.Shared.NextBytes(text);
        var writing = Task.Run(() => new DescriptorStream(descriptor).Write(text));
        var read = new byte[text.Length];
        Task.Run(() => reader.ReadExactly(read)).Wait(Limit).ShouldBeTrue();
        writing.Wait(Limit).ShouldBeTrue();
        read.SequenceEqual(text).ShouldBeTrue();
    }

    [UnixFact]
    public void A_full_disk_is_an_error_that_says_so()
    {
        using var full = new FileStream("/dev/full", FileMode.Open, FileAccess.Write);
        var stream = new DescriptorStream((int)full.SafeFileHandle.DangerousGetHandle());
        Should.Throw<IOException>(() => stream.Write(Encoding.UTF8.GetBytes("text"))).Message.ShouldContain("Standard output cannot be written: ");
    }

    [DllImport("libc", EntryPoint = "fcntl")]
    private static extern int Control(int descriptor, int command, int value);
}
