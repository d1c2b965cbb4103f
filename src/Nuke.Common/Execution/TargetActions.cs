using System.Runtime.ExceptionServices;

namespace Nuke.Common.Execution;

/// <summary>
/// Runs the actions of a target, and waits for what they leave behind. An <c>async</c> lambda that was taken for an <see cref="Action"/> is
/// <c>async void</c>: without this its failure would end the process, and the target would count as succeeded while it still runs.
/// </summary>
internal sealed class TargetActions : SynchronizationContext
{
    private readonly Lock _gate = new();
    private readonly ManualResetEventSlim _none = new(initialState: true);
    private int _pending;
    private Exception? _failure;

    public static void Run(IReadOnlyList<Action> actions)
    {
        var previous = Current;
        var context = new TargetActions();
        SetSynchronizationContext(context);
        try
        {
            foreach (var action in actions)
            {
                action();
                context.Wait();
            }
        }
        finally
        {
            SetSynchronizationContext(previous);
        }
    }

    public override void OperationStarted()
    {
        lock (_gate)
        {
            if (++_pending == 1)
            {
                _none.Reset();
            }
        }
    }

    public override void OperationCompleted()
    {
        lock (_gate)
        {
            if (--_pending == 0)
            {
                _none.Set();
            }
        }
    }

    /// <summary>Continuations go to the thread pool, where they would go without a context.</summary>
    public override void Post(SendOrPostCallback d, object? state)
    {
        OperationStarted();
        ThreadPool.QueueUserWorkItem(static x => x.Context.Invoke(x.Callback, x.State), (Context: this, Callback: d, State: state), preferLocal: false);
    }

    public override void Send(SendOrPostCallback d, object? state) => d(state);

    public override SynchronizationContext CreateCopy() => this;

    private void Invoke(SendOrPostCallback callback, object? state)
    {
        SetSynchronizationContext(this);
        try
        {
            callback(state);
        }
        catch (Exception exception)
        {
            Interlocked.CompareExchange(ref _failure, exception, null);
        }
        finally
        {
            SetSynchronizationContext(null);
            OperationCompleted();
        }
    }

    private void Wait()
    {
        _none.Wait();
        if (Volatile.Read(ref _failure) is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }
    }
}
