namespace Fairlead.Infrastructure.Terraform.Configuration;

/// <summary>A configuration that terraform would not read either.</summary>
/// <param name="line">From 1.</param>
/// <param name="message">The end of a sentence about the file.</param>
internal sealed class HclException(int line, string message) : Exception(message)
{
    public int Line => line;
}
