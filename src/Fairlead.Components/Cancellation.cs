using System.Runtime.InteropServices;

namespace Fairlead.Components;

/// <summary>Ctrl-C, SIGTERM, a terminal that is closed and SIGQUIT as a token, for the targets that wait or write. Works in every NUKE build; the engine's
/// own handling, of the same signals, goes on beside it.</summary>
internal static class Cancellation
{
    private static readonly CancellationTokenSource Source = new();
    private static readonly IDisposable[] Registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, _ => Source.Cancel()),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, _ => Source.Cancel()),
        PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => Source.Cancel()),
        PosixSignalRegistration.Create(PosixSignal.SIGQUIT, _ => Source.Cancel()),
    ];

    public static CancellationToken Token
    {
        get
        {
            // The registrations live as long as the process.
            GC.KeepAlive(Registrations);
            return Source.Token;
        }
    }
}
