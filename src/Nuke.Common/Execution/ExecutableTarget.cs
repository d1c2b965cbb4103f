using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target of a concrete build: its definition, its relations and, during a run, its state.</summary>
[DebuggerDisplay("{Name}")]
public class ExecutableTarget
{
    internal ExecutableTarget() { }

    public MemberInfo Member { get; internal set; }
    public string Name { get; internal set; }
    public string Description { get; internal set; }
    public bool Listed { get; internal set; } = true;
    public Delegate Factory { get; internal set; }
    public List<(string Text, Func<bool> Delegate)> DynamicConditions { get; } = [];
    public List<(string Text, Func<bool> Delegate)> StaticConditions { get; } = [];
    public DependencyBehavior DependencyBehavior { get; internal set; }
    public bool AssuredAfterFailure { get; internal set; }
    public bool ProceedAfterFailure { get; internal set; }
    public List<LambdaExpression> DelegateRequirements { get; } = [];
    public List<ToolRequirement> ToolRequirements { get; } = [];
    public List<Action> Actions { get; } = [];
    public List<ExecutableTarget> ExecutionDependencies { get; } = [];
    public List<ExecutableTarget> OrderDependencies { get; } = [];
    public List<ExecutableTarget> TriggerDependencies { get; } = [];
    public List<ExecutableTarget> Triggers { get; } = [];

    /// <summary>Everything that has to be over before this target starts.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies =>
        [.. ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies).Distinct()];

    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; } = new();
    public List<string> ArtifactProducts { get; } = [];
    public int? PartitionSize { get; internal set; }

    /// <summary>Wall time from start to end; zero for a target that did not run.</summary>
    public TimeSpan Duration { get; internal set; }

    public bool IsDefault { get; internal set; }
    public ExecutionStatus Status { get; internal set; }
    public bool Invoked { get; internal set; }

    /// <summary>What the target reported for its summary row.</summary>
    public Dictionary<string, string> SummaryInformation { get; } = [];

    /// <summary>Why the target was skipped, in words; null when it was not.</summary>
    public string Skipped { get; internal set; }

    /// <summary>Source text of the condition that skipped the target.</summary>
    public string OnlyWhen { get; internal set; }

    /// <summary>Why a scheduled target did not run, in words.</summary>
    internal string NotRunReason { get; set; }

    internal List<TargetRelation> Relations { get; } = [];
    internal int PlanIndex { get; set; } = -1;

    public override string ToString() => Name;
}
