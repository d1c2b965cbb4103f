using System.Globalization;
using System.Text;

namespace Fairlead.Testing.Fuzzing;

/// <summary>
/// Long inputs made of a seed: one character again and again at one place, and a list, an object, an element or a line with as many members
/// as there is room for, each of which is another. What looks through all that it has read for each thing that it reads does not come to an end with them.
/// </summary>
internal static class GrownInputs
{
    private const int MostLists = 4;

    private static readonly byte[][] Characters = [.. "*[{(<\"\\%&\n- 0a".Select(x => new[] { (byte)x })];

    /// <param name="seed">What grows.</param>
    /// <param name="length">How long each becomes, in bytes.</param>
    public static IEnumerable<byte[]> Of(byte[] seed, int length) => Characters
        .Select((x, i) => Filled(seed, i, x, length))
        .Concat(Spread(Members(seed)).SelectMany(x => Lists(seed, x, length)));

    /// <summary>The characters take turns at the places: the first stands at the beginning, the last near the end.</summary>
    private static byte[] Filled(byte[] seed, int turn, byte[] what, int length)
    {
        var at = seed.Length * turn / Characters.Length;
        var filling = new byte[length - Math.Min(seed.Length, length)];
        filling.AsSpan().Fill(what[0]);
        return [.. seed.AsSpan(0, at), .. filling, .. seed.AsSpan(at)];
    }

    /// <summary>A member many times, with a number that tells one from the other.</summary>
    private static IEnumerable<byte[]> Lists(byte[] seed, (int Start, int End, string Separator) member, int length)
    {
        var text = seed.AsSpan(member.Start, member.End - member.Start).ToArray();
        foreach (var at in Places(text))
        {
            using var grown = new MemoryStream(length);
            grown.Write(seed, 0, member.Start);
            for (var number = 0; grown.Length + text.Length + 16 + seed.Length - member.Start < length; number++)
            {
                grown.Write(text, 0, at);
                grown.Write(Encoding.ASCII.GetBytes(number.ToString(CultureInfo.InvariantCulture)));
                grown.Write(text, at, text.Length - at);
                grown.Write(Encoding.ASCII.GetBytes(member.Separator));
            }

            grown.Write(seed, member.Start, seed.Length - member.Start);
            yield return grown.ToArray();
        }
    }

    /// <summary>Where a number can stand: at the end of an element's first text, else behind the first word and behind the last.</summary>
    private static IEnumerable<int> Places(byte[] text)
    {
        if (text is [(byte)'<', ..] && text.AsSpan().IndexOf("</"u8) is > 0 and var end)
        {
            return [end];
        }

        var first = Array.FindIndex(text, IsWord);
        if (first < 0)
        {
            return [0];
        }

        var behind = Array.FindIndex(text, first, x => !IsWord(x));
        return new[] { behind < 0 ? text.Length : behind, Array.FindLastIndex(text, IsWord) + 1 }.Distinct();
    }

    /// <summary>What follows a bracket up to the next comma of its depth; XML's elements with all that is in them; lines.</summary>
    private static IEnumerable<(int Start, int End, string Separator)> Members(byte[] seed)
    {
        for (var i = 0; i + 1 < seed.Length; i++)
        {
            var end = seed[i] is (byte)'[' or (byte)'{' ? EndOfMember(seed, i + 1) : i;
            if (end > i + 1)
            {
                yield return (i + 1, end, ",");
            }

            var element = seed[i] == '<' && char.IsAsciiLetter((char)seed[i + 1]) ? EndOfElement(seed, i) : i;
            if (element > i)
            {
                yield return (i, element, "");
            }
        }

        for (int start = 0, next; start < seed.Length && (next = Array.IndexOf(seed, (byte)'\n', start)) >= 0; start = next + 1)
        {
            yield return (start, next, "\n");
        }

        if (!seed.Contains((byte)'\n'))
        {
            yield return (0, seed.Length, "\n");
        }
    }

    private static int EndOfMember(byte[] seed, int start)
    {
        var (depth, isText) = (0, false);
        for (var i = start; i < seed.Length; i++)
        {
            var c = (char)seed[i];
            isText ^= c == '"' && seed[i - 1] != '\\';
            depth += isText ? 0 : c is '{' or '[' ? 1 : c is '}' or ']' ? -1 : 0;
            if (depth < 0 || (depth == 0 && !isText && c == ','))
            {
                return i;
            }
        }

        return start;
    }

    private static int EndOfElement(byte[] seed, int start)
    {
        var name = start + 1;
        while (name < seed.Length && (IsWord(seed[name]) || seed[name] == ':'))
        {
            name++;
        }

        ReadOnlySpan<byte> close = [(byte)'<', (byte)'/', .. seed.AsSpan(start + 1, name - start - 1), (byte)'>'];
        var at = seed.AsSpan(name).IndexOf(close);
        return at < 0 ? start : name + at + close.Length;
    }

    /// <summary>A few, from the beginning to the end.</summary>
    private static IEnumerable<T> Spread<T>(IEnumerable<T> items)
    {
        T[] all = [.. items];
        return all.Length <= MostLists ? all : Enumerable.Range(0, MostLists).Select(x => all[x * (all.Length - 1) / (MostLists - 1)]);
    }

    private static bool IsWord(byte x) => char.IsAsciiLetterOrDigit((char)x);
}
