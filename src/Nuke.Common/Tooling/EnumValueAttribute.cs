namespace Nuke.Common.Tooling;

/// <summary>The text that an enumeration member stands for.</summary>
[AttributeUsage(AttributeTargets.Field)]
public class EnumValueAttribute : Attribute
{
    public EnumValueAttribute(string value) => Value = value;

    public string Value { get; }
}
