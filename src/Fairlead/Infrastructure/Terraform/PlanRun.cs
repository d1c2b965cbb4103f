namespace Fairlead.Infrastructure.Terraform;

/// <param name="File">The plan, absolute; only its owner may read it.</param>
/// <param name="HasChanges">Whether applying it would change anything, outputs included. With a refresh-only plan: whether there is drift.</param>
/// <param name="Warnings">What terraform warned of, secrets removed.</param>
public sealed record PlanRun(string File, bool HasChanges, IReadOnlyList<TerraformDiagnostic> Warnings);
