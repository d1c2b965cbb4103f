using System.Reflection;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>The members of a build that get their value from an attribute.</summary>
internal static class InjectionMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Members of the build class and its bases, without <see cref="NukeBuild"/>.</summary>
    public static IEnumerable<MemberInfo> OfClass(Type buildType)
    {
        for (var type = buildType; type is not null && type != typeof(NukeBuild) && type != typeof(object); type = type.BaseType)
        {
            foreach (var member in Of(type))
                yield return member;
        }
    }

    public static IEnumerable<MemberInfo> OfComponents(Type buildType) =>
        buildType.GetInterfaces().Where(x => x != typeof(INukeBuild)).SelectMany(Of);

    /// <summary>Gives the member its value; false when it is computed and takes none.</summary>
    public static bool TrySet(MemberInfo member, object build, object value)
    {
        switch (member)
        {
            case FieldInfo field:
                field.SetValue(field.IsStatic ? null : build, value);
                return true;
            case PropertyInfo { SetMethod: { } setter } property:
                property.SetValue(setter.IsStatic ? null : build, value);
                return true;
            case PropertyInfo property when BackingField(property) is { } field:
                field.SetValue(field.IsStatic ? null : build, value);
                return true;
            default:
                return false;
        }
    }

    public static bool IsSettable(MemberInfo member) =>
        member is FieldInfo || member is PropertyInfo property && (property.SetMethod is not null || BackingField(property) is not null);

    private static IEnumerable<MemberInfo> Of(Type type) =>
        type.GetFields(Declared).Cast<MemberInfo>().Concat(type.GetProperties(Declared))
            .Where(x => x.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true));

    private static FieldInfo BackingField(PropertyInfo property) =>
        property.DeclaringType.GetField($"<{property.Name}>k__BackingField", Declared);
}
