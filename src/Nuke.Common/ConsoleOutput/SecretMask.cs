namespace Nuke.Common.ConsoleOutput;

/// <summary>Replaces the values of secrets in what the engine prints.</summary>
internal sealed class SecretMask
{
    // A shorter value would blank out unrelated text: a secret of "1" would hide every digit one.
    private const int ShortestSecret = 4;

    private volatile string[] _secrets = [];

    public void Add(IEnumerable<string> secrets)
    {
        lock (this)
        {
            // Output is masked line by line, so that each line of a secret of several lines is one by itself.
            _secrets = [.. secrets
                .SelectMany(x => x.Split(['\r', '\n']).Append(x))
                .Where(x => x.Trim().Length >= ShortestSecret)
                .Concat(_secrets)
                .Distinct()
                .OrderByDescending(x => x.Length)];
        }
    }

    public string Apply(string text)
    {
        foreach (var secret in _secrets)
            text = text.Replace(secret, "***");
        return text;
    }
}
