using System.Text;
using Fairlead.Secrets;

namespace Nuke.Common.ConsoleOutput;

/// <summary>A line that comes in pieces, and of which the beginning is kept: what comes without an end must not fill the memory.</summary>
/// <param name="longest">Characters that are kept.</param>
internal sealed class LongLine(int longest)
{
    /// <summary>Characters of a line. Tools print documents of some megabytes in one, which somebody may parse.</summary>
    public const int Longest = 16 * 1024 * 1024;

    private readonly StringBuilder _text = new();
    private long _left;

    /// <summary>Characters that are kept so far.</summary>
    public int Length => _text.Length;

    public void Append(ReadOnlySpan<char> piece)
    {
        var kept = piece[..Math.Min(piece.Length, longest - _text.Length)];
        _text.Append(kept);
        _left += piece.Length - kept.Length;
    }

    public void Clear()
    {
        _text.Clear();
        _left = 0;
    }

    /// <summary>The first characters of what is kept.</summary>
    public string Beginning(int count) => _text.ToString(0, Math.Min(count, _text.Length));

    /// <summary>The line; one that is too long says how much of it is missing.</summary>
    /// <remarks>Of a secret that the cut goes through, nobody who masks the line later would find the half that is left.</remarks>
    public override string ToString()
    {
        if (_left == 0)
        {
            return _text.ToString();
        }

        var kept = (SecretMask.Current ?? new SecretMask()).ApplyToPartial(_text.ToString());
        return $"{kept} [{_left} more characters of this line are left out]";
    }
}
