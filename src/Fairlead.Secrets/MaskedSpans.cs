using System.Text;

namespace Fairlead.Secrets;

/// <summary>The parts of a text that must not be shown. Those that overlap are one: of two secrets in each other no end is left.</summary>
internal sealed class MaskedSpans(string text)
{
    private readonly List<(int Start, int End)> _spans = [];

    public void Add(int start, int end)
    {
        if (end > start)
        {
            _spans.Add((start, end));
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

        _spans.Sort();
        var shown = new StringBuilder(text.Length);
        var at = 0;
        foreach (var (from, to) in Merged())
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

    private IEnumerable<(int Start, int End)> Merged()
    {
        var current = OfMark(_spans[0]);
        foreach (var next in _spans.Skip(1).Select(OfMark))
        {
            if (next.Start >= current.End)
            {
                yield return current;
                current = next;
            }
            else
            {
                current.End = Math.Max(current.End, next.End);
            }
        }

        yield return current;
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
