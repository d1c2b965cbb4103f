using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Guard;

/// <param name="Address">The address.</param>
/// <param name="Action">Replace or Delete.</param>
/// <param name="Loss">What would be lost.</param>
/// <param name="Because">Attributes that force a replacement, or Terraform's reason; empty when neither is known.</param>
/// <param name="Flag">What to type to allow it, quoted for a POSIX shell.</param>
public sealed record GuardRefusal(string Address, PlannedAction Action, string Loss, string Because, string Flag)
{
    public override string ToString()
        => $"{Address} would be {(Action == PlannedAction.Replace ? "replaced" : "destroyed")}{(Because.Length > 0 ? $" ({Because})" : "")}. Lost with it: "
            + $"{Loss}. To allow it: {Flag}";
}
