namespace Nuke.Common.Tests.PublicApi;

/// <summary>One fact about a type's surface.</summary>
/// <param name="Type">Full name of the type.</param>
/// <param name="Text">The signature without its type.</param>
/// <param name="IsRequired">Whether the reference must list it. It need not for attributes, overrides and constructors without parameters.</param>
internal sealed record ApiSignature(string Type, string Text, bool IsRequired = true)
{
    public string Line => $"{Type}: {Text}";
}
