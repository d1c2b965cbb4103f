using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Finds the properties that declare targets, and reads them with and without virtual dispatch.</summary>
internal static class TargetMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<PropertyInfo> DeclaredIn(Type type) =>
        type.GetProperties(Declared).Where(x => IsTarget(x.PropertyType) && x.GetMethod is not null);

    public static bool IsTarget(Type type) => type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup);

    /// <summary>The only target that a component declares itself.</summary>
    public static PropertyInfo Single(Type component, Type kind)
    {
        var members = DeclaredIn(component).Where(x => x.PropertyType == kind && !x.Name.Contains('.')).ToList();
        return members.Count == 1
            ? members[0]
            : throw new BuildException(
                $"{component.Name} declares {members.Count} members of type {kind.Name}, so that it cannot be referred to without naming one.",
                $"Name the one you mean: <{component.Name}>(x => x.Name).");
    }

    public static Delegate SingleOf(object build, Type component, Type kind) => (Delegate)Single(component, kind).GetValue(build);

    /// <summary>The definition that <paramref name="member"/> overrides; null when there is none.</summary>
    public static PropertyInfo BaseOf(PropertyInfo member, object build)
    {
        var separator = member.Name.LastIndexOf('.');
        if (separator >= 0)
        {
            // An explicit implementation is named Namespace.IComponent.Member, with + of nested types written as a dot.
            var component = member.Name[..separator];
            return build.GetType().GetInterfaces()
                .FirstOrDefault(x => x.FullName?.Replace('+', '.') == component)
                ?.GetProperty(member.Name[(separator + 1)..], Declared);
        }

        for (var type = member.DeclaringType.BaseType; type is not null; type = type.BaseType)
        {
            if (type.GetProperty(member.Name, Declared) is { GetMethod.IsAbstract: false } overridden)
                return overridden;
        }

        var interfaces = member.DeclaringType.GetInterfaces();
        return interfaces
            .Where(x => !interfaces.Any(y => y != x && x.IsAssignableFrom(y)))
            .Concat(interfaces)
            .Select(x => x.GetProperty(member.Name, Declared))
            .FirstOrDefault(x => x is { GetMethod.IsAbstract: false } && IsTarget(x.PropertyType));
    }

    /// <summary>
    /// Reads the property as it is written in its declaring type, although the build overrides it. Reflection always dispatches virtually;
    /// a delegate on the method's own entry point does not.
    /// </summary>
    public static Target GetNonVirtual(PropertyInfo member, object build)
    {
        var entryPoint = member.GetGetMethod(nonPublic: true).MethodHandle.GetFunctionPointer();
        return ((Func<Target>)Activator.CreateInstance(typeof(Func<Target>), build, entryPoint))();
    }
}
