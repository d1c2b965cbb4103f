using System.Collections.Concurrent;
using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>The members of a build that get their value from an attribute.</summary>
internal static class InjectionMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    private static readonly ConcurrentDictionary<Type, MemberInfo[]> Members = new();

    /// <summary>Members of the build class and its bases, the most derived first, without <see cref="NukeBuild"/>.</summary>
    public static IEnumerable<MemberInfo> OfClass(Type buildType) => TargetMembers.Classes(buildType).SelectMany(Of);

    /// <summary>Those that can be given a value, in the order in which they get it: as in NUKE, those of base classes first.</summary>
    public static IEnumerable<MemberInfo> SettableOfClass(Type buildType) => TargetMembers.Classes(buildType).Reverse().SelectMany(Of).Where(IsSettable);

    public static IEnumerable<MemberInfo> OfComponents(Type buildType)
        => buildType.GetInterfaces().Where(x => x != typeof(INukeBuild)).SelectMany(Of);

    /// <summary>Gives the member its value; false when it is computed and takes none.</summary>
    /// <exception cref="BuildException">The value is of another type, or the field is static and read-only.</exception>
    public static bool TrySet(MemberInfo member, object build, object? value)
    {
        var field = member as FieldInfo;
        if (member is PropertyInfo property)
        {
            if (property.SetMethod is { } setter)
            {
                CheckType(member, property.PropertyType, value);
                property.SetValue(setter.IsStatic ? null : build, value);
                return true;
            }

            field = BackingField(property);
        }

        if (field is null)
        {
            return false;
        }

        CheckType(member, field.FieldType, value);
        if (field is { IsStatic: true, IsInitOnly: true })
        {
            throw new BuildException(
                $"{member.Owner().Name}.{member.Name} is static and read-only, so that it cannot be given a value.",
                "Remove `readonly` or `static`, or give the property a setter.");
        }

        field.SetValue(field.IsStatic ? null : build, value);
        return true;
    }

    private static bool IsSettable(MemberInfo member)
        => member is FieldInfo || (member is PropertyInfo property && (property.SetMethod is not null || BackingField(property) is not null));

    private static void CheckType(MemberInfo member, Type type, object? value)
    {
        if (value is not null && !type.IsInstanceOfType(value))
        {
            throw new BuildException(
                $"{member.Owner().Name}.{MemberNames.Short(member.Name)} is of type {type.Name}, but its attribute gives a {value.GetType().Name}.",
                "Change the member's type.");
        }
    }

    private static MemberInfo[] Of(Type type) => Members.GetOrAdd(type, Find);

    // To look for attributes takes longer than most at the start of a build with many targets, and targets have none of these.
    private static MemberInfo[] Find(Type type)
    => [
        .. type.GetFields(Declared).Cast<MemberInfo>()
            .Concat(type.GetProperties(Declared).Where(x => !TargetMembers.IsTarget(x.PropertyType)))
            .Where(x => x.IsDefined(typeof(ValueInjectionAttributeBase), inherit: true)),
    ];

    private static FieldInfo? BackingField(PropertyInfo property)
        => property.Owner().GetField($"<{property.Name}>k__BackingField", Declared);
}
