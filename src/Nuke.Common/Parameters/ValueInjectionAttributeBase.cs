using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.ValueInjection;

/// <summary>Base of attributes that give a member of the build its value.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Field)]
public abstract class ValueInjectionAttributeBase : Attribute
{
    private const BindingFlags Everything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    public INukeBuild Build { get; internal set; } = null!; // set before anything else is asked of the attribute

    /// <summary>Members with a higher priority get their values first.</summary>
    public virtual int Priority { get; }

    /// <summary>Whether a failure to find the value is silent.</summary>
    public virtual bool SuppressWarnings { get; }

    /// <summary>What to do when a required member has no value; null when the attribute cannot tell.</summary>
    internal virtual string? MissingHint => null;

    internal ParameterValues Values => (Build as NukeBuild)?.Session.Values ?? BuildSession.Current.Values;

    /// <summary>The value; null with a warning when it cannot be found, without one when that is said to be no matter.</summary>
    public object? TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception is not BuildException)
        {
            if (!SuppressWarnings && !member.IsDefined(typeof(OptionalAttribute), inherit: true))
            {
                Serilog.Log.Warning("{Member} has no value: {Reason}", MemberNames.Short(member.Name), ExceptionText.Of(exception));
            }

            return null;
        }
    }

    public abstract object? GetValue(MemberInfo member, object instance);

    /// <summary>What the member of this name has as its value, wherever in the build's class, bases and components it is declared.</summary>
    protected T? GetMemberValue<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        var value = Find(type, memberName) switch
        {
            PropertyInfo property => property.GetValue(property.Getter().IsStatic ? null : instance),
            FieldInfo field => field.GetValue(field.IsStatic ? null : instance),
            MethodInfo method => method.Invoke(method.IsStatic ? null : instance, []),
            _ => throw new BuildException($"{type.Name} has no member '{memberName}'.", $"Correct the name in {GetType().Name}."),
        };
        return value switch
        {
            null => default,
            T expected => expected,
            _ => throw new BuildException(
                $"{type.Name}.{memberName} is a {value.GetType().Name}, but {GetType().Name} needs a {typeof(T).Name}.", "Name another member."),
        };
    }

    /// <summary>The same; default when no name is given.</summary>
    protected T? GetMemberValueOrNull<T>(string? memberName, object instance)
        => memberName is null ? default : GetMemberValue<T>(memberName, instance);

    private static MemberInfo? Find(Type type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetMember(name, Everything).FirstOrDefault() is { } member)
            {
                return member;
            }
        }

        return type.GetInterfaces().SelectMany(x => x.GetMember(name, Everything)).FirstOrDefault();
    }
}
