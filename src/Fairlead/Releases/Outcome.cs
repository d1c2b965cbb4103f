namespace Fairlead.Releases;

/// <summary>What a deploy, or a target of it that has an effect, ends with.</summary>
public enum OutcomeKind
{
    /// <summary>The effect took place and was read back.</summary>
    Succeeded,

    /// <summary>Everything was already as it should be; nothing was written.</summary>
    Unchanged,

    /// <summary>The new release did not come up; the earlier one serves again, and that was read back.</summary>
    RolledBack,

    /// <summary>The new release did not come up, and nothing says that an earlier one serves.</summary>
    Failed,
}

/// <param name="Kind">The outcome.</param>
/// <param name="Reason">One sentence: what was done, or why it was not.</param>
/// <param name="Why">The evidence; present for every outcome that is not a success.</param>
public sealed record Outcome(OutcomeKind Kind, string Reason, WhyBlock? Why = null)
{
    /// <summary>How a success is qualified where nothing could be asked through the public URL.</summary>
    public const string NotSmokeTestedRemark = "not smoke-tested";

    /// <summary>True for a success that only the service host and the read-back vouch for: nothing could be asked through the public URL.</summary>
    public bool NotSmokeTested { get; init; }

    /// <summary>What was put right of a release that was recorded before: <c>service api</c>, <c>1 object</c>. Empty for everything else.</summary>
    public IReadOnlyList<string> Mended { get; init; } = [];

    /// <summary>What a command that ran said last, oldest line first, where the host keeps it; empty for everything else.</summary>
    public IReadOnlyList<string> Output { get; init; } = [];

    /// <summary>The outcome in a word for the user; a success that was not smoke-tested, or that mended something, never reads <c>Succeeded</c> alone.</summary>
    public string Word
    {
        get
        {
            string[] remarks = [.. Mended.Count > 0 ? [$"mended: {string.Join(", ", Mended)}"] : Array.Empty<string>(),
                .. IsSuccess && NotSmokeTested ? [NotSmokeTestedRemark] : Array.Empty<string>()];
            return remarks.Length == 0 ? Kind.ToString() : $"{Kind} ({string.Join("; ", remarks)})";
        }
    }

    public bool IsSuccess => Kind is OutcomeKind.Succeeded or OutcomeKind.Unchanged;

    public static Outcome Succeeded(string reason) => new(OutcomeKind.Succeeded, reason);

    public static Outcome Unchanged(string reason) => new(OutcomeKind.Unchanged, reason);
}
