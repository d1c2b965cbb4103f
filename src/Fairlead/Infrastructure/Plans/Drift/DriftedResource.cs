using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Drift;

/// <param name="Address">The address.</param>
/// <param name="IsGone">True when it does not exist any more.</param>
/// <param name="Attributes">What differs: what the state says, then what is there.</param>
public sealed record DriftedResource(string Address, bool IsGone, IReadOnlyList<AttributeChange> Attributes);
