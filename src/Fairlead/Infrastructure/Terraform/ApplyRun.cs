namespace Fairlead.Infrastructure.Terraform;

/// <summary>What an apply did, as terraform counted it. A replaced resource counts as added and as destroyed.</summary>
public sealed record ApplyRun(int Added, int Changed, int Destroyed, int Imported, IReadOnlyList<TerraformDiagnostic> Warnings)
{
    /// <summary>True when nothing was written anywhere.</summary>
    public bool IsUnchanged => Added + Changed + Destroyed + Imported == 0;

    public override string ToString() => $"{Added} added, {Changed} changed, {Destroyed} destroyed";
}
