namespace Fairlead.Releases;

/// <summary>Which version of which Terraform state described the infrastructure.</summary>
/// <param name="Serial">Grows with every write of the state.</param>
/// <param name="Lineage">Drawn when the state began; another one is another state.</param>
public sealed record TerraformState(long Serial, string Lineage);
