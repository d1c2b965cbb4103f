namespace Fairlead;

/// <summary>An error for the user of a build: what happened, why, and what to do next, one sentence each. Shown without a stack trace.</summary>
public sealed class FairleadException : Exception
{
    public FairleadException(string what, string why, string next, Exception? inner = null)
        : base(string.Join(' ', new[] { what, why, next }.Where(x => x.Length > 0)), inner)
    {
        What = what;
        Why = why;
        Next = next;
    }

    /// <summary>One sentence on what did not work.</summary>
    public string What { get; }

    /// <summary>One sentence on the reason.</summary>
    public string Why { get; }

    /// <summary>One sentence on what to do.</summary>
    public string Next { get; }
}
