using System.Reflection;
using Nuke.Common.Execution;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Parameters;

/// <summary>Gives the members of a build their values, each resolved once.</summary>
/// <param name="sources">Where values come from.</param>
/// <param name="hide">Takes secrets, by their parameter's name, which nothing may print from then on.</param>
/// <param name="decrypt">The text of an encrypted secret, by its parameter's name.</param>
internal sealed class ParameterValues(ParameterSources sources, Action<string, RawValue, string?> hide, Func<string, RawValue, string> decrypt)
{
    private readonly Dictionary<(MemberInfo, Type?), Lazy<object?>> _resolved = [];
    private readonly HashSet<string> _secretTexts = new(StringComparer.Ordinal);

    public IReadOnlyList<ParameterDeclaration> Declared { get; private set; } = [];

    public ParameterSources Sources => sources;

    /// <summary>The texts of secrets that are known so far.</summary>
    public IReadOnlyCollection<string> SecretTexts
    {
        get
        {
            lock (_secretTexts)
            {
                return [.. _secretTexts];
            }
        }
    }

    /// <summary>Finds the parameters that the build declares. Values of secrets are masked from here on.</summary>
    public void Declare(NukeBuild build, List<string> problems)
    {
        Declared = ParameterDeclarations.Of(build.GetType(), problems);
        foreach (var declaration in Declared.Where(x => x.IsSecret))
        {
            if (declaration.Member is FieldInfo field && field.GetValue(field.IsStatic ? null : build) is string { Length: > 0 } standard)
            {
                // Hidden, but not looked for in variables: what is in the code is no secret of whoever gave these, and a default is often a word.
                hide(declaration.Name, new RawValue([standard], Json: null, "the default", ""), declaration.Attribute.Separator);
            }

            if (sources.Find(declaration.Name) is { IsEncrypted: false } secret)
            {
                Hide(declaration.Name, secret, declaration.Attribute.Separator);
            }
        }
    }

    /// <summary>Sets the parameters of the build class, so that its fields can be used from then on.</summary>
    public void InjectParameters(NukeBuild build, List<string> problems)
    {
        foreach (var member in InjectionMembers.SettableOfClass(build.GetType()))
        {
            if (member.GetCustomAttribute<ParameterAttribute>() is { } attribute && attribute.GetType() == typeof(ParameterAttribute))
            {
                Try(problems, () => Inject(member, attribute, build));
            }
        }

        // Values of components are read when used; their mistakes are reported now. Encrypted ones wait: they may need a password.
        foreach (var declaration in Declared.Where(x => x.IsPlain && x.Member.Owner().IsInterface))
        {
            if (!declaration.IsSecret || sources.Find(declaration.Name) is not { IsEncrypted: true })
            {
                Try(problems, () => Get(declaration.Member, build));
            }
        }
    }

    /// <summary>Sets what is not a plain parameter: solution, repository, tools. What is on demand only where the plan requires it.</summary>
    public void InjectOthers(NukeBuild build, List<string> problems)
    {
        var onDemand = build.GetType().IsDefined(typeof(OnDemandValueInjectionAttribute), inherit: true);
        HashSet<string>? required = null;
        var members = new List<Injection>();
        foreach (var member in InjectionMembers.SettableOfClass(build.GetType()))
        {
            if (member.GetCustomAttribute<ValueInjectionAttributeBase>() is { } attribute && attribute.GetType() != typeof(ParameterAttribute))
            {
                members.Add(new Injection(member, attribute));
            }
        }

        foreach (var (member, attribute) in members.Count > 1 ? members.OrderByDescending(x => x.Attribute.Priority) : members.AsEnumerable())
        {
            if ((onDemand || member.IsDefined(typeof(OnDemandAttribute), inherit: true)) && !(required ??= RequiredBy(build)).Contains(member.Name))
            {
                continue;
            }

            Try(problems, () => Inject(member, attribute, build));
        }
    }

    public object? Get(MemberInfo member, INukeBuild build, Type? type = null)
    {
        Lazy<object?>? value;
        lock (_resolved)
        {
            if (!_resolved.TryGetValue((member, type), out value))
            {
                _resolved[(member, type)] = value = new Lazy<object?>(() => Resolve(member, build, type));
            }
        }

        return value.Value;
    }

    /// <summary>The converted value of a parameter; null when nothing gives one.</summary>
    /// <exception cref="BuildException">The value given is not what the parameter's type or value set allows.</exception>
    public object? GetParameter(MemberInfo member, ParameterAttribute attribute, object? instance, Type? type = null)
    {
        var name = ParameterNames.Of(member, attribute);
        type ??= ParameterDeclaration.TypeOf(member);
        var isList = ValueConverter.ElementType(type) is not null;
        if (sources.Find(name, emptyVariableCounts: isList || (Nullable.GetUnderlyingType(type) ?? type) == typeof(bool)) is not { } raw)
        {
            return null;
        }

        var isSecret = member.IsDefined(typeof(SecretAttribute), inherit: true);
        if (isSecret && raw.IsEncrypted)
        {
            raw = raw with { Texts = [decrypt(name, raw)] };
            Hide(name, raw, attribute.Separator);
        }

        var value = ValueConverter.Convert(raw, type, attribute.Separator, isSecret);
        if (instance is not null && ValueSets.Given(member, attribute, instance)?.Select(x => x.Text).ToList() is { Count: > 0 } allowed)
        {
            CheckAllowed(raw, isList ? attribute.Separator : null, allowed, isSecret);
        }

        return value;
    }

    public RawValue? Find(string name) => sources.Find(name);

    /// <summary>Takes a person's answer as the value of a parameter.</summary>
    /// <exception cref="BuildException">The answer is not what the parameter's type allows; nothing has changed.</exception>
    public void Answer(ParameterDeclaration declaration, NukeBuild build, string text)
    {
        if (declaration.IsSecret)
        {
            Hide(declaration.Name, new RawValue([text], Json: null, "the answer", ""), declaration.Attribute.Separator);
        }

        sources.Answer(declaration.Name, text);
        try
        {
            var value = GetParameter(declaration.Member, declaration.Attribute, build);
            lock (_resolved)
            {
                foreach (var key in _resolved.Keys.Where(x => x.Item1 == declaration.Member).ToList())
                {
                    _resolved.Remove(key);
                }
            }

            InjectionMembers.TrySet(declaration.Member, build, value);
        }
        catch (BuildException)
        {
            sources.ForgetAnswer(declaration.Name);
            throw;
        }
    }

    private void Hide(string name, RawValue raw, string? separator)
    {
        lock (_secretTexts)
        {
            _secretTexts.UnionWith(raw.Texts);
        }

        hide(name, raw, separator);
    }

    private static void CheckAllowed(RawValue raw, string? separator, IReadOnlyList<string> allowed, bool isSecret)
    {
        var texts = raw.Texts.Where(x => !raw.IsVariable || x.Length > 0);
        if (!string.IsNullOrEmpty(separator))
        {
            texts = texts.SelectMany(x => x.Split(separator, StringSplitOptions.RemoveEmptyEntries));
        }

        if (texts.FirstOrDefault(x => !allowed.Contains(x, StringComparer.OrdinalIgnoreCase)) is { } wrong)
        {
            var given = isSecret ? "another value" : $"'{wrong}'";
            throw new BuildException($"{raw.Origin} was given {given}. Expected one of: {string.Join(", ", allowed)}.");
        }
    }

    // A member that is required for itself counts as well: it would be reported as missing, which it is not.
    private static HashSet<string> RequiredBy(NukeBuild build)
    => [
        .. build.ExecutionPlan.SelectMany(x => x.DelegateRequirements)
            .Where(x => x.ReturnType != typeof(bool))
            .Select(x => ExpressionMember.TryOf(x)?.Name)
            .OfType<string>(),
        .. InjectionMembers.OfClass(build.GetType()).Where(x => x.IsDefined(typeof(RequiredAttribute), inherit: true)).Select(x => x.Name),
    ];

    private object? Resolve(MemberInfo member, INukeBuild build, Type? type)
    {
        var attribute = member.GetCustomAttribute<ValueInjectionAttributeBase>()
            ?? throw new BuildException(
                $"'{MemberNames.Short(member.Name)}' of {member.Owner().Name} has no attribute that says where its value comes from.",
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
        {
            InjectionMembers.TrySet(member, build, value);
        }
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

    private sealed record Injection(MemberInfo Member, ValueInjectionAttributeBase Attribute);
}
