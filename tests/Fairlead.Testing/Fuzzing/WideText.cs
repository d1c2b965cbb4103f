using System.Text;

namespace Fairlead.Testing.Fuzzing;

/// <summary>UTF-8 that may hold lone surrogates as three bytes, as https://wtf-8.codeberg.page has it; what is broken otherwise becomes U+FFFD.</summary>
internal static class WideText
{
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        for (var at = 0; at < bytes.Length;)
        {
            var next = bytes[at..].IndexOf((byte)0xED);
            var end = next < 0 ? bytes.Length : at + next;
            text.Append(Encoding.UTF8.GetString(bytes[at..end]));
            at = end;
            if (at + 2 < bytes.Length && bytes[at + 1] is >= 0xA0 and <= 0xBF && bytes[at + 2] is >= 0x80 and <= 0xBF)
            {
                text.Append((char)(0xD000 | ((bytes[at + 1] & 0x3F) << 6) | (bytes[at + 2] & 0x3F)));
                at += 3;
            }
            else if (at < bytes.Length)
            {
                var length = Math.Min(3, bytes.Length - at);
                text.Append(Encoding.UTF8.GetString(bytes.Slice(at, length)));
                at += length;
            }
        }

        return text.ToString();
    }
}
