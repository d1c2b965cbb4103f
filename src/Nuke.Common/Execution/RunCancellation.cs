using Serilog;

namespace Nuke.Common.Execution;

/// <summary>
/// What Ctrl-C does: the first cancels the run and lets assured targets and the end of the build clean up, the second ends the process.
/// </summary>
/// <param name="session">The run.</param>
/// <param name="running">Names of the targets that run now.</param>
/// <param name="end">Ends the process; told whether the targets are over.</param>
internal sealed class RunCancellation(BuildSession session, Func<IReadOnlyList<string>> running, Action<bool> end) : IDisposable
{
    /// <summary>How long running targets get before they are named as the ones that the end of the run waits for.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan Reminder = TimeSpan.FromSeconds(30);

    private readonly Lock _gate = new();
    private ITimer? _timer;
    private bool _requested;
    private bool _targetsAreOver;

    /// <summary>What is waited for from now on is the end of the build: what its extensions, and the build itself, do when it is finished.</summary>
    public void TargetsAreOver()
    {
        lock (_gate)
        {
            _targetsAreOver = true;
        }
    }

    public void Request()
    {
        bool targetsAreOver;
        lock (_gate)
        {
            if (_requested)
            {
                end(_targetsAreOver);
                return;
            }

            _requested = true;
            targetsAreOver = _targetsAreOver;
            _timer = session.Time.CreateTimer(_ => Remind(), null, Patience, Reminder);
        }

        Log.Warning(
            "Cancelling: {What:l}. Press Ctrl-C again to end at once.",
            targetsAreOver ? "the targets are over; stopping what is done at the end of the build" : "stopping the running targets");
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
        bool targetsAreOver;
        lock (_gate)
        {
            targetsAreOver = _targetsAreOver;
        }

        if (targetsAreOver)
        {
            Log.Warning("Still waiting for the end of the build: the targets are over. Press Ctrl-C again to end it at once.");
            return;
        }

        var names = running();
        if (names.Count > 0)
        {
            Log.Warning("Still running: {Targets:l}. The run ends when they do; press Ctrl-C again to end it at once.", string.Join(", ", names));
        }
    }
}
