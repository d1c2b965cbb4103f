using System.Text;

namespace AwsClientGenerator;

/// <summary>Lines of C#, indented.</summary>
internal sealed class Code
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public void Line(string text = "")
    {
        if (text.Length > 0)
        {
            _text.Append(' ', _depth * 4).Append(text);
        }

        _text.Append('\n');
    }

    /// <summary>A block in braces.</summary>
    public void Block(string head, Action body, string end = "}")
    {
        Line(head);
        Line("{");
        _depth++;
        body();
        _depth--;
        Line(end);
    }

    /// <summary>Lines that go on from the one before.</summary>
    public void Indented(Action body)
    {
        _depth++;
        body();
        _depth--;
    }

    public void Summary(string about) => Line($"/// <summary>{about}</summary>");

    public override string ToString() => _text.ToString();
}
