using System.Text;

namespace Nuke.Common.ConsoleOutput;

/// <summary>
/// Standard output of a run. When it cannot be written, as on a full disk, the work must not stop in the middle, and no thread that prints may end the
/// process. From then on nothing more is written, and the run tells at its end what was lost. Used by one thread at a time, as its inner writer.
/// </summary>
internal sealed class ForgivingWriter(TextWriter inner) : TextWriter
{
    private volatile string? _problem;

    /// <summary>Why something is missing; null when nothing is.</summary>
    public string? Problem => _problem;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (_problem is not null)
        {
            return;
        }

        try
        {
            write();
        }
        catch (IOException exception)
        {
            _problem = exception.Message;
        }
    }
}
