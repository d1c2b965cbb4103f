namespace Fairlead.Secrets;

/// <summary>
/// Takes the secrets of a run out of what is shown: on the console, in log files, reports, spans, plan summaries and in the texts of errors. A secret is found
/// as it is, line by line, and as programs write it (<see cref="SecretForms"/>, <see cref="TextView"/>). Credentials in URLs are hidden whether they are known
/// or not. Safe to use from several threads; what was masked once may be masked again.
/// </summary>
public sealed class SecretMask
{
    /// <summary>What stands where a secret stood: NUKE's own word for what its tools hide.</summary>
    public const string Mark = "[REDACTED]";

    /// <summary>Length from which on a secret is hidden wherever it stands, in characters. A shorter one would blank out unrelated text: it is hidden where it
    /// is a word of its own, and one of a single character is not hidden.</summary>
    public const int Shortest = 4;

    private const int ShortestWord = 2;

    // In characters. A line of the log may have millions; all its views at once would be a hundred times as large.
    private const int Window = 1 << 16;

    // Windows overlap by what the longest secret may take when it is written with escapes in escapes, and by what a URL's credentials may take.
    private const int ShortestOverlap = 1 << 14;
    private const int MostCharacters = 16;

    private const int MostOpenEscapes = 4;

    private static readonly AsyncLocal<SecretMask?> Ambient = new();
    private static readonly SecretMask Nothing = new();

    private readonly Lock _gate = new();
    private readonly HashSet<string> _secrets = new(StringComparer.Ordinal);
    private readonly bool _isOfGivenTexts;
    private Func<IEnumerable<string>>? _first;
    private volatile SecretIndex? _index;

    /// <param name="first">Secrets that are known from the beginning, asked for when the first text is masked.</param>
    public SecretMask(Func<IEnumerable<string>>? first = null)
    {
        _first = first;
        _index = first is null ? SecretIndex.Empty : null;
    }

    private SecretMask(IEnumerable<string> texts)
    {
        _isOfGivenTexts = true;
        _secrets.UnionWith(texts.Where(x => x.Length > 0));
    }

    /// <summary>Told of each secret that the run itself has obtained, as soon as it is known.</summary>
    public event Action<string>? Learned;

    /// <summary>The mask of the run that the calling code belongs to; null outside of one.</summary>
    public static SecretMask? Current => Ambient.Value;

    /// <summary>Hides the given texts, of whatever length, and nothing else: of one command line, whose caller named them.</summary>
    /// <param name="texts">Of several lines each is one by itself, too, as <see cref="LinesOf"/> says.</param>
    public static Func<string, string> Filter(IEnumerable<string> texts)
        => texts.Any(x => !string.IsNullOrEmpty(x)) ? new SecretMask(texts).Apply : text => text;

    /// <summary>A secret that the run has obtained, such as a session token, is hidden from here on wherever the run shows something.</summary>
    /// <param name="secrets">Null and empty ones are passed over.</param>
    public static void Learn(params IEnumerable<string?> secrets) => Ambient.Value?.AddLearned(secrets);

    /// <summary>For a text that leaves the process: without the secrets of the run, and outside of a run without the credentials in its URLs.</summary>
    public static string Hide(string text) => (Ambient.Value ?? Nothing).Apply(text);

    /// <summary>For a text that is of no run: without the credentials in its URLs.</summary>
    public static string WithoutCredentials(string text) => Nothing.Apply(text);

    /// <summary>What of a secret is one by itself, line by line: for who masks only whole lines, as a CI server's runner does. Lines of fewer than eight
    /// characters are not, nor is what only names a value (<c>users:</c>) or is everybody's word.</summary>
    public static IEnumerable<string> LinesOf(string secret) => SecretLines.Of(secret).Where(x => x.Length >= Shortest);

    /// <summary>Whether a secret is too short to be hidden wherever it stands.</summary>
    public static bool IsTooShort(string secret) => secret.Trim().Length is > 0 and < Shortest;

    /// <summary>The calling code, and whatever it starts, belongs to the run that this is the mask of.</summary>
    public void Activate() => Ambient.Value = this;

    /// <summary>Hides these values from here on.</summary>
    public void Add(IEnumerable<string> secrets)
    {
        lock (_gate)
        {
            foreach (var secret in secrets)
            {
                if (!string.IsNullOrWhiteSpace(secret) && _secrets.Add(secret))
                {
                    _index = null;
                }
            }
        }
    }

    /// <summary>As <see cref="Add"/>, and tells <see cref="Learned"/> of those that are new.</summary>
    public void AddLearned(IEnumerable<string?> secrets)
    {
        foreach (var secret in secrets.OfType<string>().Where(x => !string.IsNullOrWhiteSpace(x)))
        {
            bool isNew;
            lock (_gate)
            {
                isNew = _secrets.Add(secret);
                _index = isNew ? null : _index;
            }

            if (isNew)
            {
                Learned?.Invoke(secret);
            }
        }
    }

    /// <summary>The text without the secrets.</summary>
    public string Apply(string text) => Apply(text, Window);

    /// <summary>The same, with another size of the windows in which a long text is read.</summary>
    internal string Apply(string text, int window)
    {
        var index = Index();
        if (text.Length == 0 || (index.IsEmpty && !Credentials.MayBeIn(text)))
        {
            return text;
        }

        return Find(text, index, window).Write();
    }

    /// <summary>For a line that is not complete: what may become a secret with the next piece is left out.</summary>
    public string ApplyToPartial(string text)
    {
        var index = Index();
        if (index.IsEmpty && !Credentials.MayBeIn(text) && !text.Contains(':'))
        {
            return text;
        }

        var spans = Find(text, index, Window);
        var tail = Math.Max(0, text.Length - Overlap(index));
        var kept = text.Length;
        var (end, read) = (-1, text.Length);
        for (var round = 0; end != read && round < MostOpenEscapes; round++)
        {
            // An escape that is cut off says nothing yet: what stands before it may be the beginning of a secret as well.
            end = read;
            using var views = TextView.Of(text.AsMemory(tail, end - tail));
            foreach (var view in views.All)
            {
                kept = Math.Min(kept, tail + view.Source(Math.Min(index.OpenStart(view.Text), Credentials.OpenStart(view.Text))));
                read = Math.Min(read, tail + view.Source(view.OpenEscape));
            }
        }

        // More of them in a row than any notation has: nothing is said of the row as long as it does not end.
        return spans.Write(end == read ? kept : Math.Min(kept, text.AsSpan(0, read).LastIndexOfAnyExcept("%\\&#{0123456789abcdefABCDEFuUx") + 1));
    }

    private static int Overlap(SecretIndex index) => Math.Max(ShortestOverlap, MostCharacters * index.Longest);

    private MaskedSpans Find(string text, SecretIndex index, int window)
    {
        var spans = new MaskedSpans(text);
        var overlap = Overlap(index);
        var usual = Math.Max(window, 4L * overlap);
        var length = usual;
        var start = 0;
        while (true)
        {
            var end = (int)Math.Min(text.Length, start + length);
            spans.Enter(start, end);
            using (var views = TextView.Of(text.AsMemory(start, end - start)))
            {
                foreach (var view in views.All)
                {
                    index.Find(view, spans);
                    if (!_isOfGivenTexts)
                    {
                        Credentials.Find(view, spans);
                    }
                }
            }

            if (end == text.Length)
            {
                return spans;
            }

            // With what was cut off from its beginning on. Only a credential in a URL may be longer than a window.
            var next = Math.Min(end - overlap, spans.Open - 2 * MaskedSpans.Edge);
            length = next > start ? usual : 2 * length;
            start = Math.Max(start, next);
        }
    }

    private SecretIndex Index()
    {
        if (_index is { } known)
        {
            return known;
        }

        lock (_gate)
        {
            if (_first is { } first)
            {
                _first = null;
                _secrets.UnionWith(first().Where(x => !string.IsNullOrWhiteSpace(x)));
            }

            return _index ??= new SecretIndex(_isOfGivenTexts
                ? _secrets.SelectMany(x => SecretForms.Of(x).Where(y => y.Length >= Shortest).Append(x))
                : _secrets.SelectMany(SecretForms.Of).Where(x => x.Length >= Shortest),
                _isOfGivenTexts ? [] : _secrets.Select(x => x.Trim()).Where(x => x.Length is >= ShortestWord and < Shortest));
        }
    }
}
