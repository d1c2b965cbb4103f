using System.Text.Json;
using Fairlead.Secrets;
using Nuke.Common.Parameters;
using Serilog;

namespace Nuke.Common.Secrets;

/// <summary>Hides the values of parameters marked with [Secret], wherever they come from, and says of which one that is not possible.</summary>
internal sealed class SecretParameters(SecretMask mask)
{
    private readonly Lock _gate = new();
    private readonly List<string> _tooShort = [];
    private readonly HashSet<string> _told = [];
    private bool _isStarted;

    /// <param name="name">The parameter's.</param>
    /// <param name="raw">Its value, decrypted.</param>
    /// <param name="separator">What separates the items when it is a list; each is a secret by itself.</param>
    public void Hide(string name, RawValue raw, string? separator)
    {
        string[] texts = [.. raw.Texts.Concat(Items(raw, separator)).Concat(Leaves(raw.Json)).Where(x => x.Length > 0).Distinct(StringComparer.Ordinal)];
        if (raw.File is null)
        {
            mask.Add(texts);
        }
        else
        {
            // What is in a file no CI server knows.
            mask.AddLearned(texts);
        }

        if (texts.Any(SecretMask.IsTooShort))
        {
            lock (_gate)
            {
                if (_told.Add(name))
                {
                    _tooShort.Add(name);
                }
            }

            TellOnceStarted();
        }
    }

    /// <summary>From here on there is a log: tells at once of what cannot be hidden, each parameter once, never its value.</summary>
    public void Tell()
    {
        _isStarted = true;
        TellOnceStarted();
    }

    private void TellOnceStarted()
    {
        if (!_isStarted)
        {
            return;
        }

        string[] names;
        lock (_gate)
        {
            names = [.. _tooShort];
            _tooShort.Clear();
        }

        foreach (var name in names)
        {
            Log.Warning(
                "The secret {Name:l} has fewer than {Shortest} characters and may show in the output: "
                + "hiding it everywhere would blank out unrelated text, so that it is hidden at most where it is a word of its own. Give it a longer value.",
                name,
                SecretMask.Shortest);
        }
    }

    private static IEnumerable<string> Items(RawValue raw, string? separator)
        => string.IsNullOrEmpty(separator) ? [] : raw.Texts.SelectMany(x => x.Split(separator, StringSplitOptions.RemoveEmptyEntries));

    private static IEnumerable<string> Leaves(JsonElement? json) => json switch
    {
        { ValueKind: JsonValueKind.Object } element => element.EnumerateObject().SelectMany(x => Leaves(x.Value)),
        { ValueKind: JsonValueKind.Array } element => element.EnumerateArray().SelectMany(x => Leaves(x)),
        { ValueKind: JsonValueKind.String } element => [element.GetString()!],
        _ => [],
    };
}
