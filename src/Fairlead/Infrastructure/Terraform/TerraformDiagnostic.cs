namespace Fairlead.Infrastructure.Terraform;

/// <summary>An error or a warning of terraform. Secrets are removed.</summary>
/// <param name="IsError">False: a warning.</param>
/// <param name="Summary">One line, without a full stop mostly.</param>
/// <param name="Detail">Several sentences or nothing; may have line breaks.</param>
/// <param name="Address">The resource that it is about, or null.</param>
/// <param name="File">The file that it is about, or null.</param>
/// <param name="Line">Line in the file from 1, or 0.</param>
public sealed record TerraformDiagnostic(bool IsError, string Summary, string Detail, string? Address, string? File, int Line)
{
    /// <summary><c>main.tf:12</c>, or the address of the resource, or nothing.</summary>
    public string Place => File is not null && Line > 0 ? $"{File}:{Line}" : File ?? Address ?? "";

    /// <summary>Everything in one line.</summary>
    public override string ToString()
    {
        var text = Detail.Length == 0 ? Summary : $"{Summary.TrimEnd('.')}: {Detail}";
        return (Place.Length == 0 ? text : $"{Place}: {text}").ReplaceLineEndings(" ");
    }
}
