using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Summary;

/// <param name="Text">The line without colour.</param>
/// <param name="Action">What it tells of, for whoever gives it a colour; null for headings.</param>
public sealed record SummaryLine(string Text, PlannedAction? Action = null);
