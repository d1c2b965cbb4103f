namespace Fairlead.Infrastructure.Terraform;

/// <summary>A terraform or tofu that can be run.</summary>
/// <param name="Path">The program, absolute.</param>
/// <param name="Product">Which of the two it is.</param>
/// <param name="Version">What it says of itself.</param>
/// <param name="Origin">Where it comes from, for messages: <c>PATH</c>, <c>downloaded</c>, <c>named</c>.</param>
public sealed record TerraformTool(string Path, TerraformProduct Product, TerraformVersion Version, string Origin)
{
    /// <summary>The name that people know it by: <c>Terraform 1.11.4</c>.</summary>
    public override string ToString() => $"{Product} {Version}";
}
