using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common;

/// <summary>
/// A value that the command line, the environment, a profile or `.nuke/parameters.json` can give. A field initialiser is the default.
/// </summary>
[AttributeUsage(AttributeTargets.Field | AttributeTargets.Property)]
public class ParameterAttribute : ValueInjectionAttributeBase
{
    public ParameterAttribute(string? description = null) => Description = description;

    public virtual string? Description { get; }

    /// <summary>Name of the parameter; default is the member's.</summary>
    public string? Name { get; set; }

    /// <summary>Splits one token into the elements of a collection. Default: no splitting.</summary>
    public string? Separator { get; set; }

    /// <summary>Whether --help lists it. It can be given either way.</summary>
    public virtual bool List { get; set; } = true;

    /// <summary>Type that has <see cref="ValueProviderMember"/>; default is the build's.</summary>
    public Type? ValueProviderType { get; set; }

    /// <summary>Name of a member of type IEnumerable&lt;string&gt; with the allowed values.</summary>
    public string? ValueProviderMember { get; set; }

    public override object? GetValue(MemberInfo member, object instance) => Values.GetParameter(member, this, instance);

    /// <summary>The allowed values with their names; null when the member's type or <see cref="ValueProviderMember"/> decides.</summary>
    public virtual IEnumerable<(string, object)>? GetValueSet(MemberInfo member, object instance) => null;
}
