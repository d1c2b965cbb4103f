namespace Nuke.Common.ConsoleOutput;

/// <summary>Replaces the values of secrets in what the engine prints.</summary>
internal sealed class SecretMask
{
    // A shorter value would blank out unrelated text: a secret of "1" would hide every digit one.
    private const int ShortestSecret = 4;
    private const string Mask = "***";

    private volatile string[] _secrets = [];

    public void Add(IEnumerable<string> secrets)
    {
        lock (this)
        {
            _secrets = [.. secrets
                .SelectMany(Forms)
                .Where(x => x.Length >= ShortestSecret)
                .Concat(_secrets)
                .Distinct()
                .OrderByDescending(x => x.Length)];
        }
    }

    public string Apply(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Mask);
        }

        return text;
    }

    /// <summary>For a line that is not complete: what may become a secret with the next piece is left out.</summary>
    public string ApplyToPartial(string text)
    {
        text = Apply(text);
        var kept = text.Length;
        foreach (var secret in _secrets)
        {
            for (var length = Math.Min(secret.Length - 1, text.Length); length > text.Length - kept; length--)
            {
                if (text.AsSpan().EndsWith(secret.AsSpan(0, length)))
                {
                    kept = text.Length - length;
                }
            }
        }

        return text[..kept];
    }

    // Output is masked line by line, so that each line of a secret of several lines is one by itself.
    private static IEnumerable<string> Forms(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
        {
            yield break;
        }

        yield return secret;
        yield return Uri.EscapeDataString(secret);
        foreach (var line in secret.Split(['\r', '\n']))
        {
            yield return line.Trim();
        }
    }
}
