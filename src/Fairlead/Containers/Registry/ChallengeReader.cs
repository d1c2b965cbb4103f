using System.Text;

namespace Fairlead.Containers.Registry;

/// <summary>Reads <c>#challenge</c> of RFC 9110: section 11.6.1 for the list, 11.3 and 11.2 for one, 5.6 for tokens, quoted strings and lists.</summary>
internal sealed class ChallengeReader(string text)
{
    private const string TokenMarks = "!#$%&'*+-.^_`|~";
    private const string Token68Marks = "-._~+/";

    private int _at;

    /// <exception cref="FormatException">The text is something else.</exception>
    public IReadOnlyList<Challenge> Read()
    {
        var challenges = new List<Challenge>();
        while (SkipCommas())
        {
            challenges.Add(ReadChallenge());
        }

        return challenges;
    }

    // challenge = auth-scheme [ 1*SP ( token68 / #auth-param ) ]
    private Challenge ReadChallenge()
    {
        var scheme = ReadToken();
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        if (!IsAt(' ') || SkipToken68())
        {
            return new Challenge(scheme, parameters);
        }

        // A comma may end a parameter or the challenge: only a name with an equals sign behind it is another parameter.
        while (SkipCommas() && TryReadName() is { } name)
        {
            if (!parameters.TryAdd(name, IsAt('"') ? ReadQuoted() : ReadToken()))
            {
                throw new FormatException($"names {name} twice");
            }

            SkipSpaces();
            if (_at < text.Length && !IsAt(','))
            {
                throw new FormatException($"has '{text[_at]}' where a comma belongs");
            }
        }

        return new Challenge(scheme, parameters);
    }

    /// <summary>The name of a parameter, and its equals sign; null, and where it was before, when a challenge follows.</summary>
    private string? TryReadName()
    {
        var start = _at;
        var name = ReadToken();
        SkipSpaces();
        if (IsAt('='))
        {
            _at++;
            SkipSpaces();
            return name;
        }

        _at = start;
        return null;
    }

    private string ReadToken()
    {
        var start = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || TokenMarks.Contains(text[_at])))
        {
            _at++;
        }

        return _at > start
            ? text[start.._at]
            : throw new FormatException(_at < text.Length ? $"has '{text[_at]}' where a word belongs" : "ends where a word belongs");
    }

    private string ReadQuoted()
    {
        var value = new StringBuilder();
        for (_at++; _at < text.Length; _at++)
        {
            if (text[_at] == '"')
            {
                _at++;
                return value.ToString();
            }

            _at += text[_at] == '\\' && _at + 1 < text.Length ? 1 : 0;
            value.Append(text[_at]);
        }

        throw new FormatException("has a quotation mark that nothing closes");
    }

    /// <summary>A value without a name, as of Negotiate: up to the next comma.</summary>
    private bool SkipToken68()
    {
        var start = _at;
        SkipSpaces();
        var value = _at;
        while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || Token68Marks.Contains(text[_at])))
        {
            _at++;
        }

        var end = _at;
        while (IsAt('='))
        {
            _at++;
        }

        SkipSpaces();
        if (end > value && (_at == text.Length || IsAt(',')))
        {
            return true;
        }

        _at = start;
        return false;
    }

    private bool SkipCommas()
    {
        while (_at < text.Length && text[_at] is ' ' or '\t' or ',')
        {
            _at++;
        }

        return _at < text.Length;
    }

    private void SkipSpaces()
    {
        while (IsAt(' ') || IsAt('\t'))
        {
            _at++;
        }
    }

    private bool IsAt(char wanted) => _at < text.Length && text[_at] == wanted;
}
