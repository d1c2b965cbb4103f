using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Base of generators that make one job of each target and chain the jobs as the targets depend on each other.</summary>
public abstract class ChainedConfigurationAttributeBase : ConfigurationAttributeBase
{
    public override IEnumerable<string> IrrelevantTargetNames => NonEntryTargets.Concat(ExcludedTargets);

    /// <summary>Targets without a job of their own: they run in the job of each target that needs them.</summary>
    public string[] NonEntryTargets { get; set; } = [];

    /// <summary>Targets that CI does not run.</summary>
    public string[] ExcludedTargets { get; set; } = [];

    /// <summary>What the target's job runs, in order: the non-entry targets that it pulls in, and the target.</summary>
    protected IEnumerable<ExecutableTarget> GetInvokedTargets(ExecutableTarget executableTarget, IReadOnlyCollection<ExecutableTarget> relevantTargets)
    {
        var invoked = new HashSet<ExecutableTarget> { executableTarget };
        var queue = new Queue<ExecutableTarget>(invoked);
        while (queue.TryDequeue(out var target))
        {
            foreach (var next in target.ExecutionDependencies.Concat(target.Triggers).Where(x => Contains(NonEntryTargets, x) && !Contains(ExcludedTargets, x)))
            {
                if (!invoked.Add(next))
                {
                    continue;
                }

                queue.Enqueue(next);
                if (next.PartitionSize is not null)
                {
                    throw new BuildException(
                        $"'{next.Name}' is partitioned, but runs in the job of '{executableTarget.Name}', which is not split.",
                        $"Remove '{next.Name}' from {nameof(NonEntryTargets)}, or its Partition.");
                }
            }
        }

        return [.. ExecutionPlanner.Order([executableTarget]).Where(invoked.Contains)];
    }

    /// <summary>The targets whose jobs the target's job waits for.</summary>
    protected IEnumerable<ExecutableTarget> GetTargetDependencies(ExecutableTarget executableTarget)
        => executableTarget.ExecutionDependencies.Where(x => !Contains(IrrelevantTargetNames, x));

    private static bool Contains(IEnumerable<string> names, ExecutableTarget target) => names.Contains(target.Name, StringComparer.OrdinalIgnoreCase);
}
