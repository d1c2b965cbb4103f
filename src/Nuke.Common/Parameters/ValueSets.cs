using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;

namespace Nuke.Common.Parameters;

/// <summary>The values that a parameter can have, where they can be listed.</summary>
internal static class ValueSets
{
    private const BindingFlags Declared =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>In order of the texts; null when the values cannot be listed.</summary>
    public static IReadOnlyList<(string Text, object Value)>? Of(MemberInfo member, ParameterAttribute attribute, object instance)
    {
        var values = Given(member, attribute, instance) ?? OfType(ParameterDeclaration.TypeOf(member));
        return values?.OrderBy(x => x.Text, StringComparer.Ordinal).ToList();
    }

    /// <summary>What the attribute gives, its provider included; null when it leaves that to the type.</summary>
    public static IEnumerable<(string Text, object Value)>? Given(MemberInfo member, ParameterAttribute attribute, object instance)
        => attribute.GetValueSet(member, instance)
        ?? (attribute.ValueProviderMember is { } provider ? Provided(member, provider, attribute, instance)?.Select(x => (x, (object)x)) : null);

    /// <summary>The members of an enum or an <see cref="Enumeration"/>, also as element of a collection.</summary>
    public static IEnumerable<(string Text, object Value)>? OfType(Type type)
    {
        type = ValueConverter.ElementType(type) ?? type;
        type = Nullable.GetUnderlyingType(type) ?? type;
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select(x => (x, Enum.Parse(type, x)));
        }

        return typeof(Enumeration).IsAssignableFrom(type)
            // the fields of an enumeration are its values
            ? type.GetFields(BindingFlags.Public | BindingFlags.Static).Where(x => type.IsAssignableFrom(x.FieldType)).Select(x => (x.Name, x.GetValue(null)!))
            : null;
    }

    private static IEnumerable<string>? Provided(MemberInfo member, string name, ParameterAttribute attribute, object instance)
    {
        var start = attribute.ValueProviderType ?? instance.GetType();
        var provider = Candidates(start, member.Owner())
            .SelectMany(x => x.GetMember(name, Declared))
            .FirstOrDefault(x => x is PropertyInfo or FieldInfo or MethodInfo);
        if (provider is null || !typeof(IEnumerable<string>).IsAssignableFrom(TypeOf(provider)))
        {
            throw new BuildException(
                $"The parameter '{MemberNames.Short(member.Name)}' takes its values from '{name}', "
                + (provider is null ? $"which {start.Name} does not have." : "which is not an IEnumerable<string>."),
                "Correct ValueProviderMember, or set ValueProviderType.");
        }

        try
        {
            return (IEnumerable<string>?)(provider switch
            {
                PropertyInfo property => property.GetValue(property.Getter().IsStatic ? null : instance),
                FieldInfo field => field.GetValue(field.IsStatic ? null : instance),
                _ => ((MethodInfo)provider).Invoke(((MethodInfo)provider).IsStatic ? null : instance, []),
            });
        }
        catch (Exception exception)
        {
            Serilog.Log.Warning("The values of {Parameter} are not known: {Reason}", MemberNames.Short(member.Name), ExceptionText.Of(exception));
            return null;
        }
    }

    private static IEnumerable<Type> Candidates(Type start, Type declaring)
    {
        for (var type = start; type is not null; type = type.BaseType)
        {
            yield return type;
        }

        yield return declaring;
        foreach (var component in start.GetInterfaces())
        {
            yield return component;
        }
    }

    private static Type TypeOf(MemberInfo member) => member switch
    {
        PropertyInfo property => property.PropertyType,
        FieldInfo field => field.FieldType,
        _ => ((MethodInfo)member).ReturnType,
    };
}
