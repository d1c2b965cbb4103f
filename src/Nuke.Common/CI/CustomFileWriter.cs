namespace Nuke.Common.Utilities;

/// <summary>Writes indented lines that end in a line feed on every system.</summary>
public class CustomFileWriter
{
    private readonly StreamWriter _streamWriter;
    private readonly int _indentationFactor;
    private readonly string _commentPrefix;
    private int _indentation;

    /// <param name="streamWriter">Stays open.</param>
    /// <param name="indentationFactor">Spaces per level.</param>
    /// <param name="commentPrefix">What makes a line a comment, such as <c>#</c>.</param>
    public CustomFileWriter(StreamWriter streamWriter, int indentationFactor, string commentPrefix)
    {
        _streamWriter = streamWriter;
        _indentationFactor = indentationFactor;
        _commentPrefix = commentPrefix;
    }

    public void Write(Action<CustomFileWriter> writer) => writer(this);

    public void WriteLine(string? text = null)
        => _streamWriter.Write(string.IsNullOrEmpty(text) ? "\n" : new string(' ', _indentation * _indentationFactor) + text + "\n");

    public void WriteComment(string? text = null) => WriteLine($"{_commentPrefix} {text}".TrimEnd());

    /// <summary>Indents until the result is disposed.</summary>
    public IDisposable Indent()
    {
        _indentation++;
        return new Outdent(this);
    }

    private sealed class Outdent(CustomFileWriter writer) : IDisposable
    {
        public void Dispose() => writer._indentation--;
    }
}
