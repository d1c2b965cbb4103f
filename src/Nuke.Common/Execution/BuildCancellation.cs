namespace Nuke.Common.Execution;

/// <summary>
/// The cancellation of the run, for what the engine does on behalf of a target: child processes, retries. Not part of NUKE: build code
/// listens to the signals itself.
/// </summary>
internal static class BuildCancellation
{
    private static readonly AsyncLocal<StrongToken?> Override = new();

    /// <summary>
    /// Cancelled by Ctrl-C and SIGTERM. In a target that is assured after failure and starts after the cancellation, it is a fresh
    /// token that is not cancelled, so that the target can clean up; a second Ctrl-C ends the process.
    /// </summary>
    public static CancellationToken Token => Override.Value?.Token ?? BuildSession.Current.Cancellation.Token;

    internal static void Shield() => Override.Value = new StrongToken(CancellationToken.None);

    internal static void Unshield() => Override.Value = null;

    private sealed record StrongToken(CancellationToken Token);
}
