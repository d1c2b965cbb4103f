using System.Collections.Concurrent;
using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Tests.Deployments;

/// <summary>A place in memory: what is written there, who holds its lock, which release is being made. Outlives the runs that work on it.</summary>
internal sealed class FakePlace : IRunScope
{
    private readonly ConcurrentDictionary<string, string> _written = new();

    /// <summary>What is there.</summary>
    public IReadOnlyDictionary<string, string> Written => _written;

    /// <summary>What was there when nobody had failed: what a rollback brings back.</summary>
    public Dictionary<string, string> Before { get; } = [];

    public FakeLock? Holder { get; private set; }

    /// <summary>Whether a run was begun and has not ended.</summary>
    public bool IsBegun { get; private set; }

    public int Locks { get; private set; }

    public int Begins { get; private set; }

    public Outcome? RecordedFailure { get; private set; }

    /// <summary>What the rollback was told.</summary>
    public IReadOnlySet<Touch>? RolledBack { get; private set; }

    public int WaysBack { get; private set; }

    /// <summary>Awaited while the lock is waited for.</summary>
    public Func<CancellationToken, Task> WhileLocking { get; set; } = _ => Task.CompletedTask;

    /// <summary>Done while the lock is taken: another run that was faster.</summary>
    public Action WhenLocked { get; set; } = () => { };

    /// <summary>Awaited before the run is noted as begun.</summary>
    public Func<CancellationToken, Task> WhileBeginning { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether another run changed the place before this one had the lock.</summary>
    public bool HasMoved { get; init; }

    /// <summary>Awaited before anything is brought back; may throw.</summary>
    public Func<CancellationToken, Task> WhileGoingBack { get; set; } = _ => Task.CompletedTask;

    /// <summary>Done when the failure is to be recorded; may throw.</summary>
    public Action WhenRecording { get; set; } = () => { };

    public void Write(string name, string value) => _written[name] = value;

    public async Task<IRunLock> LockAsync(CancellationToken cancellationToken)
    {
        await WhileLocking(cancellationToken);
        await Effects.Current.ShouldNotBeNull().DoAsync(
            "take the lock",
            _ =>
            {
                Holder.ShouldBeNull("Two runs hold the lock.");
                Locks++;
                Holder = new FakeLock(Locks, x => Holder = Holder == x ? null : Holder);
                return Task.CompletedTask;
            },
            cancellationToken);
        WhenLocked();
        return Holder!;
    }

    public async Task<bool> BeginAsync(Effects effects, CancellationToken cancellationToken)
    {
        Begins++;
        await WhileBeginning(cancellationToken);
        await effects.DoAsync(
            "write the intent",
            _ =>
            {
                IsBegun = true;
                return Task.CompletedTask;
            },
            cancellationToken);
        return !HasMoved;
    }

    public async Task<Outcome> RollBackAsync(Outcome failure, IReadOnlySet<Touch> touched, Effects effects, CancellationToken cancellationToken)
    {
        RolledBack = touched;
        WaysBack++;
        await WhileGoingBack(cancellationToken);
        foreach (var (name, value) in Before)
        {
            await effects.DoAsync(
                $"bring {name} back",
                _ =>
                {
                    Write(name, value);
                    return Task.CompletedTask;
                },
                cancellationToken);
        }

        return failure with { Kind = OutcomeKind.RolledBack };
    }

    public Task RecordFailureAsync(Outcome failure, Effects effects, CancellationToken cancellationToken)
        => effects.DoAsync(
            "record the failure",
            _ =>
            {
                WhenRecording();
                RecordedFailure = failure;
                return Task.CompletedTask;
            },
            cancellationToken);

    /// <summary>The lock of a run that was killed: it expired, and somebody may take it.</summary>
    public void Expire() => Holder = null;

    /// <summary>Ends what was begun, as the step that records a success does.</summary>
    public Task EndAsync(Effects effects, CancellationToken cancellationToken)
        => effects.DoAsync(
            "clear the intent",
            _ =>
            {
                IsBegun = false;
                return Task.CompletedTask;
            },
            cancellationToken);
}
