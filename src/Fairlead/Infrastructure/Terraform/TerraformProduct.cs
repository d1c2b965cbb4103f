namespace Fairlead.Infrastructure.Terraform;

/// <summary>The two programs that run Terraform configurations.</summary>
public enum TerraformProduct
{
    /// <summary>HashiCorp's <c>terraform</c>.</summary>
    Terraform,

    /// <summary>The Linux Foundation's <c>tofu</c>.</summary>
    OpenTofu,
}
