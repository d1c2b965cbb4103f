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

    public INukeBuild Build { get; internal set; }

    /// <summary>Members with a higher priority get their values first.</summary>
    public virtual int Priority { get; }

    /// <summary>Whether a failure to find the value is silent.</summary>
    public virtual bool SuppressWarnings { get; }

    /// <summary>What to do when a required member has no value; null when the attribute cannot tell.</summary>
    internal virtual string MissingHint => null;

    internal ParameterValues Values => (Build as NukeBuild)?.Session.Values ?? BuildSession.Current.Values;

    /// <summary>The value, or null with a warning when it cannot be found.</summary>
    public object TryGetValue(MemberInfo member, object instance)
    {
        try
        {
            return GetValue(member, instance);
        }
        catch (Exception exception) when (exception is not BuildException)
        {
            if (!SuppressWarnings)
                Serilog.Log.Warning("{Member} has no value: {Reason}", MemberNames.Short(member.Name), ExceptionText.Of(exception));
            return null;
        }
    }

    public abstract object GetValue(MemberInfo member, object instance);

    protected T GetMemberValue<T>(string memberName, object instance) =>
        GetMemberValueOrNull<T>(memberName, instance) is { } value
            ? value
            : throw new BuildException($"The build has no member '{memberName}' with a value.", "Check the name in the attribute.");

    protected T GetMemberValueOrNull<T>(string memberName, object instance)
    {
        var type = instance.GetType();
        foreach (var candidate in type.GetInterfaces().Prepend(type))
        {
            switch (candidate.GetMember(memberName, Everything).FirstOrDefault())
            {
                case PropertyInfo property: return (T)property.GetValue(instance);
                case FieldInfo field: return (T)field.GetValue(instance);
                case MethodInfo method: return (T)method.Invoke(instance, []);
            }
        }

        return default;
    }
}
