using Fairlead.Secrets;

namespace Fairlead;

/// <summary>An error for the user of a build: what happened, why, and what to do next, one sentence each. Shown without a stack trace.
/// Without the secrets of the run: the text leaves the console, in reports, records and with those who catch it.</summary>
public sealed class FairleadException : Exception
{
    public FairleadException(string what, string why, string next, Exception? inner = null)
        : base(SecretMask.Hide(string.Join(' ', new[] { what, why, next }.Where(x => x.Length > 0))), inner)
    {
        What = SecretMask.Hide(what);
        Why = SecretMask.Hide(why);
        Next = SecretMask.Hide(next);
    }

    /// <summary>One sentence on what did not work.</summary>
    public string What { get; }

    /// <summary>One sentence on the reason.</summary>
    public string Why { get; }

    /// <summary>One sentence on what to do.</summary>
    public string Next { get; }
}
