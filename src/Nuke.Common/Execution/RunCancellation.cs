using Serilog;

namespace Nuke.Common.Execution;

/// <summary>What Ctrl-C does: the first cancels the run and lets assured targets clean up, the second ends the process.</summary>
internal sealed class RunCancellation(BuildSession session, Func<IReadOnlyList<string>> running, Action end) : IDisposable
{
    /// <summary>How long running targets get before they are named as the ones that the end of the run waits for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _requested;

    public void Request()
    {
        lock (_gate)
        {
            if (_requested)
            {
                end();
                return;
            }

            _requested = true;
            _timer = session.Time.CreateTimer(_ => Remind(), null, Patience, Reminder);
        }

        Log.Warning("Cancelling: stopping the running targets. Press Ctrl-C again to end at once.");
        try
        {
            session.Cancellation.Cancel();
        }
        catch (AggregateException exception)
        {
            Log.Warning("Something failed while it was being stopped: {Reason:l}", ExceptionText.Of(exception));
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _timer?.Dispose();
        }
    }

    private void Remind()
    {
        // The timer's callback runs outside of the session's flow, and the log goes to the session of the flow.
        session.Activate();
        var names = running();
        if (names.Count > 0)
        {
            Log.Warning("Still running: {Targets:l}. The run ends when they do; press Ctrl-C again to end it at once.", string.Join(", ", names));
        }
    }
}
