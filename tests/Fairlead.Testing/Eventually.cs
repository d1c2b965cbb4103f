namespace Fairlead.Testing;

/// <summary>
/// Waiting for what tells nobody when it happens: something on the other side of a wire, or in another process. Everything else has an event to wait for.
/// </summary>
public static class Eventually
{
    // For what hangs. What takes seconds takes a minute beside five stacks.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <summary>Asks again until the answer is the wanted one.</summary>
    /// <param name="ask">Asks; null, and an <see cref="HttpRequestException"/>, is no answer yet.</param>
    /// <param name="reached">Whether it is the wanted one.</param>
    public static async Task<T> UntilAsync<T>(Func<Task<T?>> ask, Func<T, bool>? reached = null)
        where T : class
    {
        using var limit = new CancellationTokenSource(Limit);
        using var timer = new PeriodicTimer(Pause);
        object? last = null;
        try
        {
            return await AskAsync();
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new TimeoutException($"Not reached within {Limit}: {last}");
        }

        async Task<T> AskAsync()
        {
            while (true)
            {
                try
                {
                    if (await ask().WaitAsync(limit.Token) is { } answer)
                    {
                        last = answer;
                        if (reached is null || reached(answer))
                        {
                            return answer;
                        }
                    }
                }
                catch (HttpRequestException exception)
                {
                    last = exception.Message;
                }

                await timer.WaitForNextTickAsync(limit.Token);
            }
        }
    }
}
