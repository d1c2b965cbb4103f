using System.Runtime.InteropServices;
using System.Text;

namespace Fairlead.Secrets;

/// <summary>
/// The parts of a text that must not be shown. Those that overlap are one: of two secrets in each other no end is left. A long text is read in windows that
/// overlap: what is found at the edge of one may be cut off there, does not count, and is found again in the next.
/// </summary>
internal sealed class MaskedSpans(string text)
{
    /// <summary>How near to the edge of a window a part is not believed: an escape is shorter, and so is a scheme or a name in front of what is hidden.</summary>
    public const int Edge = 256;

    private readonly List<(int Start, int End)> _spans = [];
    private int _window;
    private int _windowEnd = text.Length;
    private int _firstOfWindow;

    /// <summary>Where the first part begins that the end of the window may have cut off; the window's end when there is none.</summary>
    public int Open { get; private set; } = text.Length;

    /// <summary>From here on positions are those in this window.</summary>
    public void Enter(int start, int end)
    {
        Unite(_firstOfWindow);
        _window = start;
        _windowEnd = end;
        _firstOfWindow = _spans.Count;
        Open = end;
    }

    public void Add(int start, int end)
    {
        if (end <= start || (_window > 0 && start < Edge))
        {
            return;
        }

        var span = (Start: _window + start, End: _window + end);
        if (_windowEnd < text.Length && span.End > _windowEnd - Edge)
        {
            Open = Math.Min(Open, span.Start);
            return;
        }

        span = OfMark(span);
        if (_spans.Count > 0 && _spans[^1] is var last && span.Start < last.End && last.Start < span.End)
        {
            _spans[^1] = (Math.Min(last.Start, span.Start), Math.Max(last.End, span.End));
        }
        else
        {
            _spans.Add(span);
        }
    }

    public string Write() => Write(text.Length);

    /// <summary>The beginning of the text, with a mark in the place of each part; a part that reaches over the end is left out whole.</summary>
    public string Write(int end)
    {
        if (_spans.Count == 0)
        {
            return end == text.Length ? text : text[..end];
        }

        Unite(0);
        var shown = new StringBuilder(Math.Min(text.Length, end) + SecretMask.Mark.Length);
        var at = 0;
        foreach (var (from, to) in _spans)
        {
            if (to > end)
            {
                end = Math.Min(from, end);
                break;
            }

            shown.Append(text, at, from - at).Append(SecretMask.Mark);
            at = to;
        }

        return shown.Append(text, at, Math.Max(0, end - at)).ToString();
    }

    // In order, and those that overlap as one. Each view of a window finds nearly the same.
    private void Unite(int first)
    {
        if (_spans.Count - first < 2)
        {
            return;
        }

        var spans = CollectionsMarshal.AsSpan(_spans)[first..];
        spans.Sort();
        var last = 0;
        foreach (var next in spans[1..])
        {
            if (next.Start >= spans[last].End)
            {
                spans[++last] = next;
            }
            else
            {
                spans[last].End = Math.Max(spans[last].End, next.End);
            }
        }

        _spans.RemoveRange(first + last + 1, _spans.Count - first - last - 1);
    }

    // A secret such as "ACTED" is found in the mark itself. The mark is replaced by itself then: masked again, the text stays as it is.
    private (int Start, int End) OfMark((int Start, int End) span)
    {
        var from = Math.Max(0, span.Start - SecretMask.Mark.Length + 1);
        var length = Math.Min(text.Length, span.End + SecretMask.Mark.Length - 1) - from;
        var mark = text.IndexOf(SecretMask.Mark, from, length, StringComparison.Ordinal);
        return mark >= 0 && mark < span.End && mark + SecretMask.Mark.Length > span.Start
            ? (Math.Min(mark, span.Start), Math.Max(mark + SecretMask.Mark.Length, span.End))
            : span;
    }
}
