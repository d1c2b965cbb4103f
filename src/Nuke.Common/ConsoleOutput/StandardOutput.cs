using System.Text;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// The process's standard output without System.Console. On Unix each write of the console takes the monitor of Console.Out, which a target
/// holds that is in Console.WriteLine and waits for the engine: the engine must not wait for that monitor while it holds a lock of its own.
/// </summary>
internal static class StandardOutput
{
    private static TextWriter? _writer;
    private static TextWriter? _console;

    /// <summary>The writer for the engine. A program that has put a writer of its own in the place of Console.Out gets the output there.</summary>
    public static TextWriter Open()
    {
        var console = Console.Out;
        if (_writer is not null && ReferenceEquals(console, _console))
        {
            return _writer;
        }

        // Setting the encoding makes the console forget its own writer, but not one that came by Console.SetOut.
        // The default of Windows cannot write the characters of the headers and of most names.
        Console.OutputEncoding = OperatingSystem.IsWindows() ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) : Console.OutputEncoding;
        if (ReferenceEquals(console, Console.Out))
        {
            return console;
        }

        _console = Console.Out;
        // The stream of Windows takes no lock.
        var stream = OperatingSystem.IsWindows() ? Console.OpenStandardOutput() : new DescriptorStream(descriptor: 1);
        return _writer = TextWriter.Synchronized(new StreamWriter(stream, Console.OutputEncoding, bufferSize: 1024) { AutoFlush = true });
    }
}
