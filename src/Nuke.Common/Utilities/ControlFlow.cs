using Nuke.Common.Execution;
using Serilog;

namespace Nuke.Common;

/// <summary>Runs actions that may fail.</summary>
public static class ControlFlow
{
    /// <summary>Goes on after a failure, by default with a warning.</summary>
    public static void SuppressErrors(Action action, bool includeStackTrace = false, bool logWarning = true)
        => SuppressErrors<object?>(
            () =>
            {
                action();
                return null;
            },
            null,
            includeStackTrace,
            logWarning);

    /// <returns>What the action returned, or <paramref name="defaultValue"/> when it failed.</returns>
    public static T? SuppressErrors<T>(Func<T> action, T? defaultValue = default, bool includeStackTrace = false, bool logWarning = true)
    {
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            if (logWarning)
            {
                Log.Warning("{Error:l}", includeStackTrace ? exception.ToString() : ExceptionText.Of(exception));
            }

            return defaultValue;
        }
    }

    /// <returns>What the action returned, or nothing when it failed. What fails only when the items are taken is not suppressed.</returns>
    public static IEnumerable<T> SuppressErrors<T>(Func<IEnumerable<T>> action, bool includeStackTrace = false)
        => SuppressErrors<IEnumerable<T>>(action, null, includeStackTrace) ?? [];

    /// <summary>Runs the action until it succeeds, at most <paramref name="retryAttempts"/> times; <paramref name="cleanup"/> runs after each time.</summary>
    /// <param name="action">What to run.</param>
    /// <param name="cleanup">Runs after every attempt, the last one included.</param>
    /// <param name="retryAttempts">At least 1.</param>
    /// <param name="delay">How long to wait before the next attempt; by default not at all.</param>
    /// <param name="logAction">Gets a text about each failure; by default a warning.</param>
    /// <exception cref="Exception">The last attempt failed too. A cancelled run is not tried again.</exception>
    public static void ExecuteWithRetry(
        Action action, Action? cleanup = null, int retryAttempts = 3, TimeSpan? delay = null, Action<string>? logAction = null)
    {
        Assert.True(retryAttempts > 0, $"There must be at least one attempt, not {retryAttempts}.");
        logAction ??= x => Log.Warning("{Message:l}", x);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                action();
                return;
            }
            catch (Exception exception) when (attempt < retryAttempts && !BuildCancellation.Token.IsCancellationRequested)
            {
                logAction($"Attempt #{attempt} failed with: {ExceptionText.Of(exception)}");
            }
            catch (Exception exception)
            {
                var attempts = attempt == 1 ? "1 attempt" : $"{attempt} attempts";
                Assert.Fail(
                    $"Execution failed permanently after {attempts}.{Environment.NewLine}Last attempt failed with: {ExceptionText.Of(exception)}",
                    exception);
            }
            finally
            {
                cleanup?.Invoke();
            }

            if (delay is not { } wait)
            {
                continue;
            }

            logAction($"Waiting {wait} before the next attempt.");
            BuildCancellation.Token.WaitHandle.WaitOne(wait);
        }
    }
}
