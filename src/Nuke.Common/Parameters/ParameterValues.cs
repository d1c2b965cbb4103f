using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ConsoleOutput;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>Gives the members of a build their values, each resolved once.</summary>
internal sealed class ParameterValues(ParameterSources sources, SecretMask secrets)
{
    private readonly Dictionary<(MemberInfo, Type), Lazy<object>> _resolved = [];

    public IReadOnlyList<ParameterDeclaration> Declared { get; private set; } = [];

    /// <summary>Finds the parameters that the build declares. Values of secrets are masked from here on.</summary>
    public void Declare(NukeBuild build)
    {
        var declared = new Dictionary<string, ParameterDeclaration>(StringComparer.OrdinalIgnoreCase);
        foreach (var member in InjectionMembers.OfClass(build.GetType()).Concat(InjectionMembers.OfComponents(build.GetType())))
        {
            if (member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
                continue;
            var declaration = new ParameterDeclaration(
                ParameterNames.Of(member, attribute), member, attribute, member.IsDefined(typeof(SecretAttribute)));
            if (!declared.TryAdd(declaration.Name, declaration))
                continue;
            if (declaration.IsSecret && sources.Find(declaration.Name) is { } secret)
                secrets.Add(secret.Texts);
        }

        Declared = [.. declared.Values];
    }

    /// <summary>Sets the parameters of the build class, so that its fields can be used from then on.</summary>
    public void InjectParameters(NukeBuild build, List<string> problems)
    {
        foreach (var member in InjectionMembers.OfClass(build.GetType()).Where(InjectionMembers.IsSettable))
        {
            if (member.GetCustomAttribute<ParameterAttribute>() is { } attribute && attribute.GetType() == typeof(ParameterAttribute))
                Try(problems, () => Inject(member, attribute, build));
        }

        // Values of components are read when used; their mistakes are reported now.
        foreach (var declaration in Declared.Where(x => x.Member.DeclaringType.IsInterface && x.Attribute.GetType() == typeof(ParameterAttribute)))
            Try(problems, () => Get(declaration.Member, build));
    }

    /// <summary>Sets what is not a plain parameter: solution, repository, tools.</summary>
    public void InjectOthers(NukeBuild build, List<string> problems)
    {
        var members = InjectionMembers.OfClass(build.GetType())
            .Where(InjectionMembers.IsSettable)
            .Select(x => (Member: x, Attribute: x.GetCustomAttribute<ValueInjectionAttributeBase>()))
            .Where(x => x.Attribute.GetType() != typeof(ParameterAttribute))
            .OrderByDescending(x => x.Attribute.Priority);
        foreach (var (member, attribute) in members)
            Try(problems, () => Inject(member, attribute, build));
    }

    public object Get(MemberInfo member, INukeBuild build, Type type = null)
    {
        Lazy<object> value;
        lock (_resolved)
        {
            if (!_resolved.TryGetValue((member, type), out value))
                _resolved[(member, type)] = value = new Lazy<object>(() => Resolve(member, build, type));
        }

        return value.Value;
    }

    /// <summary>The converted value of a parameter; null when nothing gives one.</summary>
    /// <exception cref="BuildException">The value given is not what the parameter's type or value set allows.</exception>
    public object GetParameter(MemberInfo member, ParameterAttribute attribute, object instance, Type type = null)
    {
        var name = ParameterNames.Of(member, attribute);
        if (sources.Find(name) is not { } raw)
            return null;
        type ??= member is PropertyInfo property ? property.PropertyType : ((FieldInfo)member).FieldType;
        if (raw.Texts is [['v', '1', ':', ..]] && member.IsDefined(typeof(SecretAttribute)) && raw.Origin.StartsWith('\''))
        {
            throw new BuildException(
                $"{raw.Origin} is encrypted, and this engine cannot decrypt it.",
                $"Give the secret through the environment variable {ParameterNames.Variable(name)}.");
        }

        var value = ValueConverter.Convert(raw, type, attribute.Separator, member.IsDefined(typeof(SecretAttribute)));
        if (attribute.GetValueSet(member, instance)?.Select(x => x.Text).ToList() is { } allowed)
        {
            var wrong = raw.Texts.FirstOrDefault(x => !allowed.Contains(x, StringComparer.OrdinalIgnoreCase));
            if (wrong is not null)
                throw new BuildException($"{raw.Origin} was given '{wrong}'. Expected one of: {string.Join(", ", allowed)}.");
        }

        return value;
    }

    public RawValue Find(string name) => sources.Find(name);

    private object Resolve(MemberInfo member, INukeBuild build, Type type)
    {
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
            ?? throw new BuildException(
                $"'{MemberNames.Short(member.Name)}' of {member.DeclaringType.Name} has no attribute that says where its value comes from.",
                "Add [Parameter] or another injection attribute to it.");
        attribute.Build = build;
        return type is not null && attribute.GetType() == typeof(ParameterAttribute)
            ? GetParameter(member, (ParameterAttribute)attribute, build, type)
            : attribute.TryGetValue(member, build);
    }

    private static void Inject(MemberInfo member, ValueInjectionAttributeBase attribute, NukeBuild build)
    {
        attribute.Build = build;
        if (attribute.TryGetValue(member, build) is { } value)
            InjectionMembers.TrySet(member, build, value);
    }

    private static void Try(List<string> problems, Action action)
    {
        try
        {
            action();
        }
        catch (BuildException exception)
        {
            problems.Add(exception.Message);
        }
    }
}
