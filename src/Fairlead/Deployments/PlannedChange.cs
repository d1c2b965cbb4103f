namespace Fairlead.Deployments;

/// <summary>One thing that a step would change.</summary>
/// <param name="Action">What would happen to it.</param>
/// <param name="Subject">What it is, as its own service names it: <c>s3://shop-site/index.html</c>, <c>task definition shop</c>.</param>
/// <param name="Detail">What differs, in one line; null when the subject says it all. Never a secret.</param>
/// <param name="Bytes">How much would be sent; null where that means nothing.</param>
public sealed record PlannedChange(ChangeAction Action, string Subject, string? Detail = null, long? Bytes = null);
