using System.Text;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Cuts what a program writes into lines.</summary>
internal sealed class OutputLines(Action<string> output)
{
    /// <summary>256 KiB, the longest event of CloudWatch Logs.</summary>
    private const int MaximumLine = 256 * 1024;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private readonly StringBuilder _line = new();

    public void Add(ReadOnlySpan<byte> bytes)
    {
        Span<char> characters = stackalloc char[1024];
        while (bytes.Length > 0)
        {
            _decoder.Convert(bytes, characters, flush: false, out var used, out var made, out _);
            bytes = bytes[used..];
            foreach (var character in characters[..made])
            {
                if (character == '\n' || _line.Length == MaximumLine)
                {
                    output(_line.ToString().TrimEnd('\r'));
                    _line.Clear();
                }

                if (character != '\n')
                {
                    _line.Append(character);
                }
            }
        }
    }

    /// <summary>A last line without an end is a line as well.</summary>
    public void Complete()
    {
        if (_line.Length > 0)
        {
            output(_line.ToString());
            _line.Clear();
        }
    }
}
