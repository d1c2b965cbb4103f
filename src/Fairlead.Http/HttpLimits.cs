namespace Fairlead.Http;

/// <summary>
/// How long a peer may keep a request waiting, and how much it may send. A peer that accepts and says nothing, one that sends a byte now and then, and one
/// that never stops sending all end in a <see cref="HttpLimitException"/>.
/// </summary>
public sealed record HttpLimits
{
    /// <summary>What a request has that says nothing else: a large transfer may take as long as it likes while bytes flow.</summary>
    public static HttpLimits Default { get; } = new();

    /// <summary>Name, connection and TLS together.</summary>
    public TimeSpan Connect { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the last byte that was sent, or from the start where none is, to the head of the answer.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>While bytes flow, in either direction: the time in which at least <see cref="SlowestBytes"/> must have come through. What the caller takes for
    /// itself between two reads does not count.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>From the start of the request to the last byte of the answer; null for what may be large.</summary>
    public TimeSpan? Whole { get; init; }

    /// <summary>Bytes of the answer's body, unpacked; null where no specification and no use gives a limit.</summary>
    public long? LargestBody { get; init; }

    /// <summary>Whether of a larger body the beginning is read and the rest dropped, as of a refusal; otherwise it fails.</summary>
    public bool IsBodyCut { get; init; }

    /// <summary>Bytes of a refusal's body (status 400 and above) that are read; the others are dropped, because it is only shown.</summary>
    public long LargestError { get; init; } = 64 * 1024;

    /// <summary>How often a redirection is followed; 0 for never.</summary>
    public int Redirections { get; init; } = 5;

    internal const int SlowestBytes = 1024;

    /// <summary>Limits of a small answer: it is complete within two minutes.</summary>
    /// <param name="largest">Bytes of its body.</param>
    public static HttpLimits Document(long largest) => new() { LargestBody = largest, Whole = TimeSpan.FromMinutes(2) };
}
