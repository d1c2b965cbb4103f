using System.Text;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Stands in for Console.Out and Console.Error while targets run, so that what they write stays in their block.</summary>
internal sealed class ConsoleCapture : TextWriter
{
    private readonly BuildOutput _output;
    private readonly TextWriter _out = Console.Out;
    private readonly TextWriter _error = Console.Error;

    public ConsoleCapture(BuildOutput output)
    {
        _output = output;
        Console.SetOut(this);
        Console.SetError(this);
    }

    public override Encoding Encoding => _out.Encoding;

    public override void Write(char value) => _output.WriteRaw(value.ToString());

    public override void Write(string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _output.WriteRaw(value);
        }
    }

    public override void Write(char[] buffer, int index, int count) => _output.WriteRaw(new string(buffer, index, count));

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Console.SetOut(_out);
            Console.SetError(_error);
        }

        base.Dispose(disposing);
    }
}
