using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>
/// A property that declares a target, known by its getter: asking a type for its properties takes the runtime time that grows with the square
/// of their number (a third of a second for ten thousand), asking for its methods does not.
/// </summary>
internal sealed record TargetProperty(MethodInfo Getter)
{
    private const string Prefix = "get_";

    /// <summary>As reflection names the property; that of an explicit implementation has the component's name in front.</summary>
    public string Name { get; } = Getter.Name.Remove(MemberStart(Getter.Name), Prefix.Length);

    public Type DeclaringType => Getter.DeclaringType;

    /// <summary><see cref="Target"/>, <see cref="Setup"/> or <see cref="Cleanup"/>.</summary>
    public Type Kind => Getter.ReturnType;

    /// <summary>Whether it is an explicit implementation of a component's.</summary>
    public bool IsExplicit => MemberStart(Getter.Name) > 0;

    public static TargetProperty Of(PropertyInfo property) => new(property.GetMethod);

    /// <summary>Null for a method that is not the getter of such a property.</summary>
    public static TargetProperty TryOf(MethodInfo method) =>
        IsKind(method.ReturnType) && method.IsSpecialName && string.CompareOrdinal(method.Name, MemberStart(method.Name), Prefix, 0, Prefix.Length) == 0
            ? new TargetProperty(method)
            : null;

    public static bool IsKind(Type type) => type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup);

    public PropertyInfo ToPropertyInfo() => DeclaringType.GetProperty(Name, TargetMembers.Declared);

    private static int MemberStart(string name) => name.LastIndexOf('.') + 1;
}
