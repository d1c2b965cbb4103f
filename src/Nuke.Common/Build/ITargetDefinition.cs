using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Nuke.Common.Tooling;

namespace Nuke.Common;

/// <summary>Fluent definition of one target. Every call adds to what was said before and returns the same definition.</summary>
public interface ITargetDefinition
{
    /// <summary>The line that --help shows under the target.</summary>
    ITargetDefinition Description(string description);

    /// <summary>Appends actions; they run in the order given.</summary>
    ITargetDefinition Executes(params Action[] actions);

    /// <inheritdoc cref="Executes(Action[])"/>
    ITargetDefinition Executes<T>(Func<T> action);

    /// <summary>Appends an asynchronous action; the target ends when it does.</summary>
    ITargetDefinition Executes(Func<Task> action);

    /// <summary>The given targets are pulled into the plan and run before this one.</summary>
    ITargetDefinition DependsOn(params Target[] targets);

    /// <inheritdoc cref="DependsOn(Target[])"/>
    ITargetDefinition DependsOn<T>(params Func<T, Target>[] targets);

    /// <summary>Like <see cref="DependsOn{T}"/>, and nothing when the build does not implement the component.</summary>
    ITargetDefinition TryDependsOn<T>(params Func<T, Target>[] targets);

    /// <summary>This target becomes a dependency of the given ones.</summary>
    ITargetDefinition DependentFor(params Target[] targets);

    /// <inheritdoc cref="DependentFor(Target[])"/>
    ITargetDefinition DependentFor<T>(params Func<T, Target>[] targets);

    /// <inheritdoc cref="DependentFor(Target[])"/>
    ITargetDefinition TryDependentFor<T>(params Func<T, Target>[] targets);

    /// <summary>Evaluated right before the target runs; false skips it. The source text is shown in the summary.</summary>
    ITargetDefinition OnlyWhenDynamic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>Evaluated before anything runs; false skips the target and the dependencies that only it needs.</summary>
    ITargetDefinition OnlyWhenStatic(
        Func<bool> condition,
        [CallerArgumentExpression(nameof(condition))] string? conditionExpression = null);

    /// <summary>The parameters must have values before anything runs.</summary>
    ITargetDefinition Requires<T>(
        Expression<Func<T>> parameterRequirement,
        params Expression<Func<T>>[] parameterRequirements)
        where T : class?;

    /// <inheritdoc cref="Requires{T}(Expression{Func{T}}, Expression{Func{T}}[])"/>
    ITargetDefinition Requires<T>(
        Expression<Func<T?>> parameterRequirement,
        params Expression<Func<T?>>[] parameterRequirements)
        where T : struct;

    /// <summary>The conditions must hold before anything runs.</summary>
    ITargetDefinition Requires(Expression<Func<bool>> requirement, params Expression<Func<bool>>[] requirements);

    /// <summary>Records that the target needs a tool.</summary>
    ITargetDefinition Requires<T>()
        where T : IRequireTool;

    /// <inheritdoc cref="Requires{T}()"/>
    ITargetDefinition Requires<T>(string version)
        where T : IRequireToolWithVersion;

    /// <summary>The injected tools must have been found before anything runs.</summary>
    ITargetDefinition Requires(Expression<Func<Tool?>> tool, params Expression<Func<Tool?>>[] tools);

    /// <summary>Whether dependencies still run when this target is skipped. Default: <see cref="DependencyBehavior.Skip"/>.</summary>
    ITargetDefinition WhenSkipped(DependencyBehavior dependencyBehavior);

    /// <summary>Order only: when both are in the plan, this one runs first.</summary>
    ITargetDefinition Before(params Target[] targets);

    /// <inheritdoc cref="Before(Target[])"/>
    ITargetDefinition Before<T>(params Func<T, Target>[] targets);

    /// <inheritdoc cref="Before(Target[])"/>
    ITargetDefinition TryBefore<T>(params Func<T, Target>[] targets);

    /// <summary>Order only: when both are in the plan, this one runs later.</summary>
    ITargetDefinition After(params Target[] targets);

    /// <inheritdoc cref="After(Target[])"/>
    ITargetDefinition After<T>(params Func<T, Target>[] targets);

    /// <inheritdoc cref="After(Target[])"/>
    ITargetDefinition TryAfter<T>(params Func<T, Target>[] targets);

    /// <summary>The given targets are pulled into the plan and run after this one.</summary>
    ITargetDefinition Triggers(params Target[] targets);

    /// <inheritdoc cref="Triggers(Target[])"/>
    ITargetDefinition Triggers<T>(params Func<T, Target>[] targets);

    /// <inheritdoc cref="Triggers(Target[])"/>
    ITargetDefinition TryTriggers<T>(params Func<T, Target>[] targets);

    /// <summary>This target is pulled in, and runs after, any of the given ones.</summary>
    ITargetDefinition TriggeredBy(params Target[] targets);

    /// <inheritdoc cref="TriggeredBy(Target[])"/>
    ITargetDefinition TriggeredBy<T>(params Func<T, Target>[] targets);

    /// <inheritdoc cref="TriggeredBy(Target[])"/>
    ITargetDefinition TryTriggeredBy<T>(params Func<T, Target>[] targets);

    /// <summary>The target still runs after another one failed or the run was cancelled.</summary>
    ITargetDefinition AssuredAfterFailure();

    /// <summary>A failure of this target fails the build, but the following targets still run.</summary>
    ITargetDefinition ProceedAfterFailure();

    /// <summary>Hides the target from --help.</summary>
    ITargetDefinition Unlisted();

    /// <summary>Starts from the definition that this one overrides.</summary>
    ITargetDefinition Base();

    /// <summary>Starts from the given definitions.</summary>
    ITargetDefinition Inherit(params Target[] targets);

    /// <summary>Starts from the component's own definition, even when the build overrides it.</summary>
    ITargetDefinition Inherit<T>(params Expression<Func<T, Target>>[] targets);

    /// <summary>Globs of the files that the target leaves behind; CI generators publish them.</summary>
    ITargetDefinition Produces(params string[] artifacts);

    /// <summary>The target uses artifacts of others; CI generators download them.</summary>
    ITargetDefinition Consumes(params Target[] targets);

    /// <inheritdoc cref="Consumes(Target[])"/>
    ITargetDefinition Consumes<T>(params Func<T, Target>[] targets);

    /// <inheritdoc cref="Consumes(Target[])"/>
    ITargetDefinition Consumes(Target target, params string[] artifacts);

    /// <inheritdoc cref="Consumes(Target[])"/>
    ITargetDefinition Consumes<T>(Func<T, Target> target, params string[] artifacts);

    /// <inheritdoc cref="Consumes(Target[])"/>
    ITargetDefinition Consumes<T>(params string[] artifacts);

    /// <summary>Depends on the single <see cref="Setup"/> of a component and runs before its single <see cref="Cleanup"/>.</summary>
    ITargetDefinition DependsOnContext<T>()
        where T : INukeBuild;

    /// <summary>How many shards a CI generator splits the target into.</summary>
    ITargetDefinition Partition(int size);
}
