using System.Runtime.InteropServices;
using Serilog;

namespace Nuke.Common.Execution;

/// <summary>Turns Ctrl-C and SIGTERM into a cancelled run; a second Ctrl-C ends the process at once.</summary>
internal sealed class CancellationSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly BuildSession _session;

    private CancellationSignals(BuildSession session)
    {
        _session = session;
        foreach (var signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP })
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
    }

    public static IDisposable Listen(BuildSession session) => new CancellationSignals(session);

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;
        if (_session.Cancellation.IsCancellationRequested)
        {
            Tooling.RunningProcesses.KillAll();
            Environment.Exit(130);
        }

        // The handler runs on a thread of its own, outside of the session's flow.
        _session.Activate();
        Log.Warning("Cancelling: stopping the running targets. Press Ctrl-C again to end at once.");
        _session.Cancellation.Cancel();
    }
}
