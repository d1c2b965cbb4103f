namespace Fairlead.Http;

/// <summary>Counts the time for which one request waits for its peer. One wait at a time; not in use between waits.</summary>
internal sealed class PeerWatch(string peer, HttpLimits limits, TimeProvider time)
{
    private readonly long _start = time.GetTimestamp();
    private readonly Lock _lock = new();
    private TimeSpan _silence;
    private long _bytes;
    private ITimer? _timer;
    private HttpLimitKind _kind;

    /// <summary>Waits for the peer, for as long as it may keep us waiting.</summary>
    /// <param name="kind">Answer: until the head is there, or until it is <see cref="Moved"/>. Silence: for bytes of the body.</param>
    /// <param name="wait">Must end when it is cancelled.</param>
    /// <param name="cancellationToken">The caller's.</param>
    /// <exception cref="HttpLimitException">It passed a limit.</exception>
    public async Task<T> WaitAsync<T>(HttpLimitKind kind, Func<CancellationToken, Task<T>> wait, CancellationToken cancellationToken)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var isOver = false;
        var began = time.GetTimestamp();
        await using var timer = time.CreateTimer(
            _ =>
            {
                Volatile.Write(ref isOver, true);
                end.Cancel();
            },
            null,
            Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
        lock (_lock)
        {
            _timer = timer;
        }

        Arm(kind, kind == HttpLimitKind.Silence ? limits.Silence - _silence : limits.Answer);
        try
        {
            return await wait(end.Token);
        }
        catch (Exception exception) when (Volatile.Read(ref isOver) && !cancellationToken.IsCancellationRequested && exception is not HttpLimitException)
        {
            // However the transport tells that it was cancelled.
            throw Passed(_kind);
        }
        finally
        {
            lock (_lock)
            {
                _timer = null;
                _silence += kind == HttpLimitKind.Silence ? time.GetElapsedTime(began) : TimeSpan.Zero;
            }
        }
    }

    /// <summary>Bytes came through: the peer has its time again once they are enough.</summary>
    public void Moved(long bytes)
    {
        _bytes += bytes;
        if (_bytes >= HttpLimits.SlowestBytes)
        {
            (_bytes, _silence) = (0, TimeSpan.Zero);
        }
    }

    /// <summary>A part of the request left: from now on the next one may take so long.</summary>
    public void Sent(long bytes)
    {
        _bytes += bytes;
        if (_kind != HttpLimitKind.Silence || _bytes >= HttpLimits.SlowestBytes)
        {
            _bytes = 0;
            Arm(HttpLimitKind.Silence, limits.Silence);
        }
    }

    /// <summary>All of the request left: the peer may think about its answer.</summary>
    public void SentAll()
    {
        _bytes = 0;
        Arm(HttpLimitKind.Answer, limits.Answer);
    }

    public HttpLimitException Passed(HttpLimitKind kind) => new(
        kind,
        kind switch
        {
            HttpLimitKind.Connect => $"{peer} took no connection within {Seconds(limits.Connect)}",
            HttpLimitKind.Answer => $"{peer} sent no answer within {Seconds(limits.Answer)}",
            HttpLimitKind.Silence => $"{peer} fell silent: less than {HttpLimits.SlowestBytes} bytes came through in {Seconds(limits.Silence)}",
            _ => $"{peer} was not done within {Seconds(limits.Whole!.Value)}",
        });

    public HttpLimitException TooLarge(long largest)
        => new(HttpLimitKind.Size, $"{peer} sent more than {largest} bytes, which is the most that such an answer may have");

    /// <summary>The transport reads no more of a head than its own limit, MaxResponseHeadersLength.</summary>
    public HttpLimitException HeadTooLarge()
        => new(HttpLimitKind.Size, $"{peer} sent more headers than an answer may have");

    private static string Seconds(TimeSpan time) => FormattableString.Invariant($"{time.TotalSeconds:0.###} s");

    private void Arm(HttpLimitKind kind, TimeSpan limit)
    {
        if (limits.Whole - time.GetElapsedTime(_start) is { } left && left < limit)
        {
            (kind, limit) = (HttpLimitKind.Whole, left);
        }

        lock (_lock)
        {
            _kind = kind;

            // The request may still be sent when its answer is there already.
            _timer?.Change(limit > TimeSpan.Zero ? limit : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }
}
