namespace Nuke.Common;

/// <summary>Goes in front of the names of all parameters of a component.</summary>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class ParameterPrefixAttribute : Attribute
{
    /// <param name="prefix">May end in "Prefix", which does not count: <c>nameof(MailPrefix)</c> is the prefix Mail.</param>
    public ParameterPrefixAttribute(string prefix)
        => Prefix = prefix.EndsWith(nameof(Prefix), StringComparison.Ordinal) ? prefix[..^nameof(Prefix).Length] : prefix;

    public string Prefix { get; }
}
