using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using Nuke.Common.Tooling;

namespace Nuke.Common.Execution;

/// <summary>
/// Writes what a build says about a target into its <see cref="ExecutableTarget"/>. A statement that makes no sense is noted as a problem
/// and otherwise ignored, so that all of them can be shown at once.
/// </summary>
internal sealed class TargetDefinition(ExecutableTarget target, object build, List<string> problems) : ITargetDefinition
{
    private readonly Stack<PropertyInfo> _inherited = new([(PropertyInfo)target.Member]);
    private readonly List<Target> _inheriting = [];

    public ITargetDefinition Description(string description)
    {
        target.Description = description;
        return this;
    }

    public ITargetDefinition Executes(params Action[] actions)
    {
        target.Actions.AddRange(actions);
        return this;
    }

    // The compiler chooses this one for a lambda that returns Task<int>; that is to be waited for like any other task.
    public ITargetDefinition Executes<T>(Func<T> action) => Executes(() =>
    {
        switch (action())
        {
            case Task task:
                task.GetAwaiter().GetResult();
                break;
            case ValueTask task:
                task.AsTask().GetAwaiter().GetResult();
                break;
        }
    });

    public ITargetDefinition Executes(Func<Task> action) => Executes(() => (action() ?? throw new InvalidOperationException(
        $"An action of target '{target.Name}' returned null instead of a task.")).GetAwaiter().GetResult());

    public ITargetDefinition DependsOn(params Target[] targets) => Relate(RelationKind.DependsOn, targets);
    public ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets) => Relate(RelationKind.DependsOn, targets);
    public ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets) => TryRelate(RelationKind.DependsOn, targets);
    public ITargetDefinition DependentFor(params Target[] targets) => Relate(RelationKind.DependentFor, targets);
    public ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets) => Relate(RelationKind.DependentFor, targets);
    public ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets) => TryRelate(RelationKind.DependentFor, targets);
    public ITargetDefinition Before(params Target[] targets) => Relate(RelationKind.Before, targets);
    public ITargetDefinition Before<T>(params Func<T, Target>[] targets) => Relate(RelationKind.Before, targets);
    public ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets) => TryRelate(RelationKind.Before, targets);
    public ITargetDefinition After(params Target[] targets) => Relate(RelationKind.After, targets);
    public ITargetDefinition After<T>(params Func<T, Target>[] targets) => Relate(RelationKind.After, targets);
    public ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets) => TryRelate(RelationKind.After, targets);
    public ITargetDefinition Triggers(params Target[] targets) => Relate(RelationKind.Triggers, targets);
    public ITargetDefinition Triggers<T>(params Func<T, Target>[] targets) => Relate(RelationKind.Triggers, targets);
    public ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets) => TryRelate(RelationKind.Triggers, targets);
    public ITargetDefinition TriggeredBy(params Target[] targets) => Relate(RelationKind.TriggeredBy, targets);
    public ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets) => Relate(RelationKind.TriggeredBy, targets);
    public ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets) => TryRelate(RelationKind.TriggeredBy, targets);

    public ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null)
    {
        target.DynamicConditions.Add((ConditionText(conditionExpression), condition));
        return this;
    }

    public ITargetDefinition OnlyWhenStatic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null)
    {
        target.StaticConditions.Add((ConditionText(conditionExpression), condition));
        return this;
    }

    public ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements)
        where T : class? => Require([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires<T>(
        Expression<Func<T?>> parameterRequirement,
        params Expression<Func<T?>>[] parameterRequirements)
        where T : struct => Require([parameterRequirement, .. parameterRequirements]);

    public ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements)
        => Require([requirement, .. requirements]);

    public ITargetDefinition Requires<T>()
        where T : IRequireTool => RequireTool(ToolRequirement.Of(typeof(T), version: null));

    public ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion => RequireTool(ToolRequirement.Of(typeof(T), version));

    public ITargetDefinition Requires(Expression<Func<Tool?>> tool, params Expression<Func<Tool?>>[] tools)
        => Require([tool, .. tools]);

    public ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior)
    {
        target.DependencyBehavior = dependencyBehavior;
        return this;
    }

    public ITargetDefinition AssuredAfterFailure()
    {
        target.AssuredAfterFailure = true;
        return this;
    }

    public ITargetDefinition ProceedAfterFailure()
    {
        target.ProceedAfterFailure = true;
        return this;
    }

    public ITargetDefinition Unlisted()
    {
        target.Listed = false;
        return this;
    }

    public ITargetDefinition Base()
    {
        if (TargetMembers.BaseOf(_inherited.Peek(), build) is { } member)
        {
            return InheritFrom(member);
        }

        return Problem(
            $"Target '{target.Name}' calls Base(), but it overrides nothing.",
            "Remove the call, or use Inherit<T>() to name the component.");
    }

    public ITargetDefinition Inherit(params Target[] targets)
    {
        foreach (var other in targets)
        {
            if (_inheriting.Contains(other) || other.Equals(target.Factory))
            {
                Problem(
                    $"Target '{target.Name}' inherits from itself.",
                    "Use Base() for the overridden definition, or Inherit<T>(x => x.Name) for the component's.");
                continue;
            }

            _inheriting.Add(other);
            other(this);
            _inheriting.Remove(other);
        }

        return this;
    }

    public ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets) => Try(() =>
    {
        if (build is not T)
        {
            throw Missing<T>();
        }

        PropertyInfo[] members = targets.Length == 0
            ? [TargetMembers.Single(typeof(T), typeof(Target))]
            : [.. targets.Select(x => (PropertyInfo)ExpressionMember.Of(x))];
        foreach (var member in members)
        {
            InheritFrom(member);
        }
    });

    public ITargetDefinition Produces(params string[] artifacts)
    {
        target.ArtifactProducts.AddRange(artifacts);
        return this;
    }

    public ITargetDefinition Consumes(params Target[] targets) => Relate(RelationKind.Consumes, targets);
    public ITargetDefinition Consumes<T>(params Func<T, Target>[] targets) => Relate(RelationKind.Consumes, targets);
    public ITargetDefinition Consumes(Target target, params string[] artifacts) => Relate(RelationKind.Consumes, target, artifacts);
    public ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts)
        => Try(() => Relate(RelationKind.Consumes, target(Component<T>()), artifacts));
    public ITargetDefinition Consumes<T>(params string[] artifacts)
        => Try(() => Relate(RelationKind.Consumes, TargetMembers.SingleOf(Component<T>(), typeof(T), typeof(Target)), artifacts));

    public ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild => Try(() =>
        {
            var component = Component<T>();
            Relate(RelationKind.DependsOn, TargetMembers.SingleOf(component, typeof(T), typeof(Setup)));
            Relate(RelationKind.Before, TargetMembers.SingleOf(component, typeof(T), typeof(Cleanup)));
        });

    public ITargetDefinition Partition(int size)
    {
        if (size < 2)
        {
            return Problem(
                $"Target '{target.Name}' is split with Partition({size}), which leaves nothing to split.",
                "Give the number of parts, 2 or more, or remove the call.");
        }

        target.PartitionSize = size;
        return this;
    }

    private ITargetDefinition InheritFrom(PropertyInfo member)
    {
        _inherited.Push(member);
        switch (TargetMembers.GetNonVirtual(member, build))
        {
            case Target factory:
                factory(this);
                break;
            case Setup factory:
                factory(this);
                break;
            case Cleanup factory:
                factory(this);
                break;
        }

        _inherited.Pop();
        return this;
    }

    [return: NotNull]
    private T Component<T>() => build is T component ? component : throw Missing<T>();

    private BuildException Missing<T>() => new(
        $"Target '{target.Name}' refers to {typeof(T).Name}, but the build does not implement it.",
        $"Add {typeof(T).Name} to the interfaces of the build class, or use the Try form of the call.");

    private ITargetDefinition TryRelate<T>(RelationKind kind, Func<T, Target>[] targets)
        => build is T ? Relate(kind, targets) : this;

    private ITargetDefinition Relate<T>(RelationKind kind, Func<T, Target>[] targets) => Try(() =>
    {
        var component = Component<T>();
        if (targets.Length == 0)
        {
            Relate(kind, TargetMembers.SingleOf(component, typeof(T), typeof(Target)));
        }

        foreach (var other in targets)
        {
            Relate(kind, other(component));
        }
    });

    private ITargetDefinition Relate(RelationKind kind, Target[] targets)
    {
        foreach (var other in targets)
        {
            Relate(kind, other);
        }

        return this;
    }

    private ITargetDefinition Relate(RelationKind kind, Delegate? other, params string[] artifacts)
    {
        if (other is null)
        {
            return Problem(
                $"Target '{target.Name}' says {kind} a target that is null.",
                "Declare targets as properties (`Target X => _ => _`), not as fields that are set later.");
        }

        target.Relations.Add(new TargetRelation(kind, other, artifacts));
        return this;
    }

    private ITargetDefinition Require(IEnumerable<LambdaExpression> requirements)
    {
        target.DelegateRequirements.AddRange(requirements);
        return this;
    }

    private ITargetDefinition RequireTool(ToolRequirement? requirement)
    {
        if (requirement is not null)
        {
            target.ToolRequirements.Add(requirement);
        }

        return this;
    }

    private ITargetDefinition Try(Action statement)
    {
        try
        {
            statement();
        }
        catch (BuildException exception)
        {
            Note(exception);
        }

        return this;
    }

    private ITargetDefinition Problem(string what, string next)
    {
        Note(new BuildException(what, next));
        return this;
    }

    private void Note(BuildException problem)
    {
        if (!problems.Contains(problem.Message))
        {
            problems.Add(problem.Message);
        }
    }

    // The text of a lambda on one line and without its parameters, as NUKE shows it.
    private static string ConditionText(string? expression)
        => string.Join(' ', (expression ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .TrimStart('(').Trim().TrimStart(')').Trim().TrimStart('=').Trim().TrimStart('>').Trim();
}
