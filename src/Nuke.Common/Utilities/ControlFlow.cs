using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common;

/// <summary>Runs actions that may fail.</summary>
public static class ControlFlow
{
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true) =>
        SuppressErrors<object>(
            () =>
            {
                action();
                return null;
            },
            null,
            includeStackTrace,
            logWarning);

    public static T SuppressErrors<T>(Func<T> action, T defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
                Log.Warning("{Error}", includeStackTrace ? exception.ToString() : ExceptionText.Of(exception));
            return defaultValue;
        }
    }

    /// <summary>Runs the action until it succeeds, at most <paramref name="retryAttempts"/> times; <paramref name="cleanup"/> runs after each failure.</summary>
    /// <exception cref="Exception">What the last attempt threw. A cancelled run is not retried.</exception>
    public static void ExecuteWithRetry(
        Action action, Action cleanup = null, int retryAttempts = 3, TimeSpan? delay = null, Action<string> logAction = null)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (attempt < retryAttempts && !BuildCancellation.Token.IsCancellationRequested)
            {
                (logAction ?? (x => Log.Warning("{Message}", x)))($"Attempt {attempt} of {retryAttempts} failed: {ExceptionText.Of(exception)}");
                cleanup?.Invoke();
                if (delay is { } wait)
                    BuildCancellation.Token.WaitHandle.WaitOne(wait);
            }
        }
    }
}
