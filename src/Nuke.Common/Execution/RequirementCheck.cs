using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using System.Text.RegularExpressions;
using Nuke.Common.Parameters;
using Nuke.Common.Prompts;
using Nuke.Common.ValueInjection;

namespace Nuke.Common.Execution;

/// <summary>Checks what targets and members require, before anything runs. Reports everything at once.</summary>
internal static partial class RequirementCheck
{
    public static IEnumerable<string> Problems(BuildSession session, NukeBuild build, IReadOnlyList<ExecutableTarget> plan)
    {
        var problems = new List<string>();
        foreach (var member in RequiredMembers(build.GetType()).Where(x => IsEmpty(Read(x, build)) && !MissingValues.TryAsk(session, build, x)))
        {
            problems.Add(Missing(member, "the build"));
        }

        foreach (var target in plan.Where(x => x.Status != ExecutionStatus.Skipped))
        {
            foreach (var requirement in target.DelegateRequirements)
            {
                Check(session, target, requirement, build, problems);
            }
        }

        return problems.Distinct();
    }

    private static void Check(BuildSession session, ExecutableTarget target, LambdaExpression requirement, NukeBuild build, List<string> problems)
    {
        object? value;
        try
        {
            value = Evaluate(requirement, build);
        }
        catch (Exception exception)
        {
            problems.Add($"A requirement of target '{target.Name}' cannot be checked: {ExceptionText.Of(exception)}");
            return;
        }

        if (requirement.ReturnType == typeof(bool))
        {
            if (value is false)
            {
                problems.Add($"Target '{target.Name}' requires: {ClosurePattern().Replace(requirement.Body.ToString(), "")}. That does not hold.");
            }
        }
        else if (IsEmpty(value))
        {
            var member = ExpressionMember.TryOf(requirement);
            if (member is not null && MissingValues.TryAsk(session, build, member))
            {
                return;
            }

            problems.Add(member is not null
                ? Missing(member, $"target '{target.Name}'")
                : $"Target '{target.Name}' requires: {requirement.Body}. That has no value.");
        }
    }

    // Reading a member through reflection is far cheaper than compiling the expression.
    private static object? Evaluate(LambdaExpression requirement, NukeBuild build)
        => requirement.Body is MemberExpression { Expression: ConstantExpression { Value: NukeBuild } } member
            ? Read(member.Member, build)
            : requirement.Compile(preferInterpretation: true).DynamicInvoke();

    private static object? Read(MemberInfo member, object build) => member switch
    {
        PropertyInfo property => property.GetValue(property.Getter().IsStatic ? null : build),
        FieldInfo field => field.GetValue(field.IsStatic ? null : build),
        _ => null,
    };

    private static IEnumerable<MemberInfo> RequiredMembers(Type buildType)
        => InjectionMembers.OfClass(buildType).Concat(InjectionMembers.OfComponents(buildType))
            .Where(x => x.IsDefined(typeof(RequiredAttribute), inherit: true));

    private static bool IsEmpty(object? value) => value switch
    {
        null => true,
        string text => string.IsNullOrWhiteSpace(text),
        ICollection collection => collection.Count == 0,
        _ => false,
    };

    private static string Missing(MemberInfo member, string by)
    {
        var shortName = MemberNames.Short(member.Name);
        if (member.GetCustomAttribute<ValueInjectionAttributeBase>() is Tooling.ToolInjectionAttributeBase tool)
        {
            return $"Tool '{shortName}' is required by {by}, but was not found. {tool.Hint(member)}";
        }

        if (member.GetCustomAttribute<ParameterAttribute>() is not { } attribute)
        {
            return $"'{shortName}' is required by {by}, but has no value. {member.GetCustomAttribute<ValueInjectionAttributeBase>()?.MissingHint}".TrimEnd();
        }

        var name = ParameterNames.Of(member, attribute);
        var ways = $"Give it as --{ParameterNames.Dashed(name)} VALUE or as the environment variable {ParameterNames.Variable(name)}";
        return member.IsDefined(typeof(SecretAttribute), inherit: true)
            ? $"Secret '{name}' is required by {by}, but has no value. Give it as the environment variable {ParameterNames.Variable(name)}."
            : $"Parameter '{name}' is required by {by}, but has no value. {ways}, or add \"{name}\" to .nuke/parameters.json.";
    }

    [GeneratedRegex(@"value\([^)]*\)\.")]
    private static partial Regex ClosurePattern();
}
