namespace Fairlead.Infrastructure.Plans.Reading;

/// <param name="Name">Name of the root output.</param>
/// <param name="Action">Create, Update, Delete or NoOp.</param>
/// <param name="Before">Value before.</param>
/// <param name="After">Value after.</param>
public sealed record PlannedOutput(string Name, PlannedAction Action, PlannedValue Before, PlannedValue After);
