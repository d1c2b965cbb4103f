using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>Finds the properties that declare targets, and reads them with and without virtual dispatch.</summary>
internal static class TargetMembers
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static IEnumerable<PropertyInfo> DeclaredIn(Type type)
        => type.GetProperties(Declared).Where(x => IsTarget(x.PropertyType) && x.GetMethod is not null);

    public static bool IsTarget(Type type) => type == typeof(Target) || type == typeof(Setup) || type == typeof(Cleanup);

    /// <summary>Whether the member is an explicit implementation of a component's: its name then has the component's in front.</summary>
    public static bool IsExplicit(MemberInfo member) => member.Name.Contains('.');

    /// <summary>The types from the most derived one up to, and without, the base class of all builds.</summary>
    public static IEnumerable<Type> Classes(Type? buildType)
    {
        for (var type = buildType; type is not null && type != typeof(NukeBuild) && type != typeof(object); type = type.BaseType)
        {
            yield return type;
        }
    }

    /// <summary>The only target of this kind that a component declares.</summary>
    /// <exception cref="BuildException">It declares none or several.</exception>
    public static PropertyInfo Single(Type component, Type kind)
    {
        var types = component.IsInterface ? [component] : Classes(component);
        var members = types.SelectMany(DeclaredIn).Where(x => x.PropertyType == kind && !IsExplicit(x)).DistinctBy(x => x.Name).ToList();
        return members switch
        {
            [var member] => member,
            [] => throw new BuildException(
                $"{component.Name} declares no {kind.Name}, so that it cannot be referred to without naming one.",
                $"Name the target you mean: <IComponent>(x => x.Name)."),
            _ => throw new BuildException(
                $"{component.Name} declares several targets ({string.Join(", ", members.Select(x => x.Name))}), so that it cannot be referred to "
                    + $"without naming one.",
                $"Name the one you mean: <{component.Name}>(x => x.{members[0].Name})."),
        };
    }

    public static Delegate? SingleOf(object build, Type component, Type kind) => (Delegate?)Single(component, kind).GetValue(build);

    /// <summary>The definition that <paramref name="member"/> overrides; null when there is none.</summary>
    public static PropertyInfo? BaseOf(PropertyInfo member, object build)
    {
        if (IsExplicit(member))
        {
            return Implemented(member, build.GetType());
        }

        if (!member.Owner().IsInterface)
        {
            foreach (var type in Classes(member.Owner().BaseType))
            {
                if (type.GetProperty(member.Name, Declared) is { GetMethod.IsAbstract: false } overridden)
                {
                    return overridden;
                }
            }
        }

        var interfaces = member.Owner().GetInterfaces();
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
    /// <exception cref="BuildException">The property is abstract.</exception>
    public static Delegate? GetNonVirtual(PropertyInfo member, object build)
    {
        if (member.Getter().IsAbstract)
        {
            throw new BuildException(
                $"Target '{MemberNames.Short(member.Name)}' of {member.Owner().Name} has no definition to inherit.",
                "Remove the Base() or Inherit() call.");
        }

        var entryPoint = member.Getter().MethodHandle.GetFunctionPointer();
        var getter = typeof(Func<>).MakeGenericType(member.PropertyType);
        return ((Func<Delegate?>)Activator.CreateInstance(getter, build, entryPoint)!)();
    }

    /// <summary>The component's member that an explicit implementation implements.</summary>
    private static PropertyInfo? Implemented(PropertyInfo member, Type buildType)
    {
        var shortName = MemberNames.Short(member.Name);
        var candidates = buildType.GetInterfaces()
            .Where(x => x.IsAssignableFrom(member.Owner()) && x != member.Owner())
            .Select(x => x.GetProperty(shortName, Declared))
            .OfType<PropertyInfo>()
            .Where(x => IsTarget(x.PropertyType))
            .ToList();
        if (candidates.Count <= 1)
        {
            return candidates.FirstOrDefault();
        }

        // An explicit implementation is named Namespace.IComponent.Member, with + of nested types written as a dot.
        var component = member.Name[..member.Name.LastIndexOf('.')];
        return candidates.FirstOrDefault(x => x.Owner().FullName?.Replace('+', '.') == component) ?? candidates[0];
    }
}
