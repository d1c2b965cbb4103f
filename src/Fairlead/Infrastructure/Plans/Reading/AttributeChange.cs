namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>One attribute that differs, in words that may be shown: sensitive values are <c>(sensitive)</c>,
/// unknown ones <c>(known after apply)</c>, long ones are cut.</summary>
/// <param name="Path">Where: <c>tags.Owner</c>, <c>policy.Statement[0].Action</c>.</param>
/// <param name="Before">Old value; null when there was none.</param>
/// <param name="After">New value; null when there is none any more.</param>
/// <param name="ForcesReplacement">True when this is why the resource is replaced.</param>
public sealed record AttributeChange(string Path, string? Before, string? After, bool ForcesReplacement = false)
{
    public override string ToString()
        => (Before, After) switch
        {
            (null, not null) => $"{Path}: + {After}",
            (not null, null) => $"{Path}: - {Before}",
            _ => $"{Path}: {Before} → {After}",
        } + (ForcesReplacement ? " (forces replacement)" : "");
}
