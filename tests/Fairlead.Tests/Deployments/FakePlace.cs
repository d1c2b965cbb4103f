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

    public Outcome? RecordedFailure { get; private set; }

    /// <summary>What the rollback was told, with the steps that were still changing then.</summary>
    public IReadOnlySet<Touch>? RolledBack { get; private set; }

    /// <summary>Done while the lock is taken: another run that was faster.</summary>
    public Action WhenLocked { get; set; } = () => { };

    /// <summary>Awaited while the lock is waited for.</summary>
    public Func<CancellationToken, Task> WhileLocking { get; set; } = _ => Task.CompletedTask;

    /// <summary>Awaited before the run is noted as begun.</summary>
    public Func<CancellationToken, Task> WhileBeginning { get; set; } = _ => Task.CompletedTask;

    /// <summary>Whether another run changed the place before this one had the lock.</summary>
    public bool HasMoved { get; set; }

    /// <summary>Thrown when the failure is to be recorded.</summary>
    public Exception? RecordFails { get; init; }

    /// <summary>Awaited before anything is brought back.</summary>
    public Func<CancellationToken, Task> WhileGoingBack { get; set; } = _ => Task.CompletedTask;

    /// <summary>Thrown by the rollback.</summary>
    public Exception? RollbackFails { get; init; }

    public void Write(string name, string value) => _written[name] = value;

    public async Task<IRunLock> LockAsync(CancellationToken cancellationToken)
    {
        await WhileLocking(cancellationToken);
        Holder.ShouldBeNull("Two runs hold the lock.");
        Locks++;
        Holder = new FakeLock(Locks, x => Holder = Holder == x ? null : Holder);
        WhenLocked();
        return Holder;
    }

    public async Task<bool> BeginAsync(Effects effects, CancellationToken cancellationToken)
    {
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
        await WhileGoingBack(cancellationToken);
        if (RollbackFails is not null)
        {
            throw RollbackFails;
        }

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
                RecordedFailure = RecordFails is null ? failure : throw RecordFails;
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
