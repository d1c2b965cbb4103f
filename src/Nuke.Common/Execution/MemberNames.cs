using System.Reflection;

namespace Nuke.Common.Execution;

internal static class MemberNames
{
    /// <summary>Nuke.Components.ITest.Test, the name of an explicit implementation, becomes Test.</summary>
    public static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];

    /// <summary>The type that declares the member. Only what a module declares outside of all types has none, and that is no member of a build.</summary>
    public static Type Owner(this MemberInfo member) => member.DeclaringType!;

    /// <exception cref="BuildException">It has none.</exception>
    public static MethodInfo Getter(this PropertyInfo property) => property.GetMethod
        ?? throw new BuildException($"{property.Owner().Name}.{Short(property.Name)} cannot be read.", "Give the property a getter.");
}
