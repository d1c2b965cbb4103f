using System.Diagnostics;
using System.Linq.Expressions;
using System.Reflection;
using Nuke.Common.Tooling;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Execution;

/// <summary>A target of a concrete build: its definition, its relations and, during a run, its state.</summary>
[DebuggerDisplay("{Name} ({Status})")]
public class ExecutableTarget
{
    private const long Never = -1;

    // Ticks rather than nullable time spans: the output reads them while the target's own thread writes.
    private long _ready = Never;
    private long _started = Never;
    private long _ended = Never;
    private long _actionsStarted = Never;
    private long _actionsEnded = Never;
    private RunClock? _clock;

    // Set where the engine makes a target; NUKE's constructor takes nothing.
    public MemberInfo Member { get; set; } = null!;
    public string Name { get; set; } = "";
    public string? Description { get; set; }
    public bool Listed { get; set; } = true;
    public Delegate Factory { get; set; } = null!;
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

    /// <summary>Everything that has to be over before this target starts, as far as it is in the plan.</summary>
    public IReadOnlyCollection<ExecutableTarget> AllDependencies
        => [.. ExecutionDependencies.Concat(OrderDependencies).Concat(TriggerDependencies)];

    public LookupTable<ExecutableTarget, string> ArtifactDependencies { get; } = new();
    public List<string> ArtifactProducts { get; } = [];
    public int? PartitionSize { get; set; }

    /// <summary>How long the actions took, or have been taking so far; zero for a target whose actions did not start.</summary>
    public TimeSpan Duration
    {
        get
        {
            var started = Interlocked.Read(ref _actionsStarted);
            if (started == Never)
            {
                return TimeSpan.Zero;
            }

            var ended = Interlocked.Read(ref _actionsEnded);
            return TimeSpan.FromTicks((ended == Never ? Clock.Elapsed.Ticks : ended) - started);
        }
    }

    /// <summary>Whether it runs when the command line names no target.</summary>
    public bool IsDefault { get; set; }

    public ExecutionStatus Status { get; set; }

    /// <summary>Whether the command line names it; a default target that runs because none is named is not invoked.</summary>
    public bool Invoked { get; set; }

    /// <summary>Whether the run is for its sake: it is invoked, or a default that runs because no target is named.</summary>
    internal bool IsRoot { get; set; }

    /// <summary>What the target reported for its summary row.</summary>
    public Dictionary<string, string> SummaryInformation { get; } = [];

    /// <summary>Why the target was skipped, in words; null when it was not.</summary>
    public string? Skipped { get; set; }

    /// <summary>Source text of the conditions that skipped the target.</summary>
    public string? OnlyWhen { get; set; }

    /// <summary>Why a scheduled target did not run, in words.</summary>
    internal string? NotRunReason { get; set; }

    /// <summary>The key under which <see cref="SummaryInformation"/> has the failure of a target that reported nothing itself; null when it has none.</summary>
    internal string? FailureKey { get; set; }

    /// <summary>Of a target that did not run: the failed one that it depends on; null when it was stopped for another reason.</summary>
    internal ExecutableTarget? FailedCause { get; set; }

    /// <summary>When the last target that this one waits for was over; since the run began. Null before.</summary>
    internal TimeSpan? ReadyAfter { get => Read(ref _ready); set => Write(ref _ready, value); }

    /// <summary>When it was given a slot: its dynamic conditions are evaluated from here on. Since the run began; null when it never was.</summary>
    internal TimeSpan? StartedAfter { get => Read(ref _started); set => Write(ref _started, value); }

    /// <summary>When it gave its slot back; since the run began. Null before.</summary>
    internal TimeSpan? EndedAfter { get => Read(ref _ended); set => Write(ref _ended, value); }

    /// <summary>The slot it ran in, counted from 0; of the targets that overlap no two have the same.</summary>
    internal int? Slot { get; set; }

    /// <summary>The targets of the plan that this one waits for, each once.</summary>
    internal IReadOnlyList<ExecutableTarget> WaitedFor { get; set; } = [];

    internal List<TargetRelation> Relations { get; } = [];

    /// <summary>The target's place in the order of all targets of the build.</summary>
    internal int Rank { get; set; }

    internal int PlanIndex { get; set; } = -1;

    // Asked for only once the target was ready.
    private RunClock Clock => _clock ?? throw new InvalidOperationException($"Target '{Name}' was not ready to run.");

    internal void Ready(RunClock clock)
    {
        _clock = clock;
        ReadyAfter = clock.Elapsed;
    }

    internal void TakeSlot(int slot)
    {
        Slot = slot;
        StartedAfter = Clock.Elapsed;
    }

    internal void LeaveSlot() => EndedAfter = Clock.Elapsed;

    internal void ActionsStart() => Write(ref _actionsStarted, Clock.Elapsed);

    /// <summary>Does nothing when the actions did not start or have ended.</summary>
    internal void ActionsEnd()
    {
        if (Interlocked.Read(ref _actionsStarted) != Never && Interlocked.Read(ref _actionsEnded) == Never)
        {
            Write(ref _actionsEnded, Clock.Elapsed);
        }
    }

    public override string ToString() => Name;

    private static TimeSpan? Read(ref long ticks) => Interlocked.Read(ref ticks) is var value and not Never ? TimeSpan.FromTicks(value) : null;

    private static void Write(ref long ticks, TimeSpan? value) => Interlocked.Exchange(ref ticks, value?.Ticks ?? Never);
}
