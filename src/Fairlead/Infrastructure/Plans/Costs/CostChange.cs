namespace Fairlead.Infrastructure.Plans.Costs;

/// <param name="Address">The resource.</param>
/// <param name="Before">Per month before.</param>
/// <param name="After">Per month after.</param>
/// <param name="Lines">What it is made of: of what is there after; of what was there before, when it goes.</param>
public sealed record CostChange(string Address, decimal Before, decimal After, IReadOnlyList<CostLine> Lines)
{
    public decimal Change => After - Before;
}
