namespace Fairlead.Infrastructure.Terraform.Configuration;

/// <param name="Name">Its name.</param>
/// <param name="Type">The type as it is written; empty when none is.</param>
/// <param name="IsSensitive">terraform hides its value.</param>
/// <param name="IsEphemeral">Its value is in no plan and in no state, and has to be given to apply again.</param>
/// <param name="Default">The default as it is written; null when there is none.</param>
internal sealed record InputVariable(string Name, string Type, bool IsSensitive, bool IsEphemeral, string? Default)
{
    /// <summary>Whether a value is taken as it is, as terraform does with those of the environment. One without a type is, too.</summary>
    public bool IsPrimitive => Type is "" or "string" or "number" or "bool";
}
