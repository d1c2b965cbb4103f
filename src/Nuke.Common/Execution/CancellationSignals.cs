using System.Runtime.InteropServices;

namespace Nuke.Common.Execution;

/// <summary>Listens to what asks a process to stop: Ctrl-C, SIGTERM, and the end of the terminal.</summary>
internal sealed class CancellationSignals : IDisposable
{
    private readonly List<PosixSignalRegistration> _registrations = [];
    private readonly RunCancellation _cancellation;
    private readonly BuildSession _session;

    private CancellationSignals(BuildSession session, RunCancellation cancellation)
    {
        _session = session;
        _cancellation = cancellation;
        foreach (var signal in (PosixSignal[])[PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGQUIT, PosixSignal.SIGHUP])
        {
            _registrations.Add(PosixSignalRegistration.Create(signal, Handle));
        }
    }

    public static IDisposable Listen(BuildSession session, RunCancellation cancellation) => new CancellationSignals(session, cancellation);

    public void Dispose()
    {
        foreach (var registration in _registrations)
        {
            registration.Dispose();
        }
    }

    private void Handle(PosixSignalContext context)
    {
        context.Cancel = true;

        // The handler runs on a thread of its own, outside of the session's flow.
        _session.Activate();
        _cancellation.Request();
    }
}
