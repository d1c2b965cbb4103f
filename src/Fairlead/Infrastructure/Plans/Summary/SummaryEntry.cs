using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Summary;

/// <summary>What a plan does to one resource, ready to be shown.</summary>
/// <param name="Resource">The resource.</param>
/// <param name="Verb">In words: <c>destroy</c>, <c>replace</c>, <c>change</c>.</param>
/// <param name="Loss">What is lost with it, one sentence; null when it holds no data or stays.</param>
/// <param name="Notes">Why, where from: Terraform's reason, the old address, the imported id.</param>
/// <param name="Attributes">What differs; for a new resource the attributes that decide what it is.</param>
public sealed record SummaryEntry(PlannedResource Resource, string Verb, string? Loss, IReadOnlyList<string> Notes, IReadOnlyList<AttributeChange> Attributes);
