namespace Nuke.Common;

/// <summary>Goes in front of the names of all parameters of a component.</summary>
[AttributeUsage(AttributeTargets.Interface, AllowMultiple = false, Inherited = false)]
public class ParameterPrefixAttribute : Attribute
{
    public ParameterPrefixAttribute(string prefix) => Prefix = prefix;

    public string Prefix { get; }
}
