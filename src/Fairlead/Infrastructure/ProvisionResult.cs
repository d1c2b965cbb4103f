namespace Fairlead.Infrastructure;

/// <param name="Outputs">The stack outputs, read back after the last change.</param>
/// <param name="Plan">What was applied.</param>
public sealed record ProvisionResult(StackOutputs Outputs, ProvisionPlan Plan);
