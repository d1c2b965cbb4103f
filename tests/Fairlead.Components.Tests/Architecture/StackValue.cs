namespace Fairlead.Components.Tests.Architecture;

/// <summary>What is known of a value on the stack of a method.</summary>
/// <param name="Type">Name of its type; empty when it is not known.</param>
/// <param name="IsUrl">Whether it is the text of a URL, by the name of where it comes from or because it was made of one, or holds one among others.</param>
/// <param name="Local">Index of the variable that it is the address of, or of a place in; null for none.</param>
internal readonly record struct StackValue(string Type, bool IsUrl = false, int? Local = null)
{
    /// <summary>Of two ways that lead to a place, what may be there.</summary>
    public StackValue Or(StackValue other) => new(Type == "System.Uri" || other.Type.Length == 0 ? Type : other.Type, IsUrl || other.IsUrl);
}
