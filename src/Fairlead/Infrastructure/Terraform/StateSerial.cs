namespace Fairlead.Infrastructure.Terraform;

/// <summary>Which state, and which version of it: what a plan was made against.</summary>
/// <param name="Serial">Grows with every write.</param>
/// <param name="Lineage">Drawn when the state began; another one is another state.</param>
public sealed record StateSerial(long Serial, string Lineage);
