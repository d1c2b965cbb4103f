namespace Fairlead.Infrastructure.Terraform;

/// <param name="File">The plan, absolute; only its owner may read it.</param>
/// <param name="HasChanges">
/// Whether applying it would change anything, outputs included. With a refresh-only plan: whether it would write the state, which the first one after a
/// resource was made may do for nothing but an empty map where there was none; what drifted is in <c>resource_drift</c> of the plan's JSON.
/// </param>
/// <param name="Warnings">What terraform warned of, secrets removed.</param>
public sealed record PlanRun(string File, bool HasChanges, IReadOnlyList<TerraformDiagnostic> Warnings);
