namespace Fairlead.Http;

/// <summary>
/// A peer passed a limit. The message is half a sentence that begins with its name: "registry.example.com sent no answer within 100 s".
/// An <see cref="HttpRequestException"/>, also where a body is read, so that whoever handles a network that fails handles this.
/// It has no inner exception: what the transport says of a connection that was cut here looks as if the peer had reset it, which the SDK of
/// AWS answers with up to ten tries more than it may make (<c>MaxStaleConnectionRetries</c>).
/// </summary>
public sealed class HttpLimitException : HttpRequestException
{
    internal HttpLimitException(HttpLimitKind kind, string message)
        : base(message)
        => Kind = kind;

    /// <summary>Which.</summary>
    public HttpLimitKind Kind { get; }

    /// <summary>Whether another try may end otherwise. What is too large stays so.</summary>
    public bool IsTransient => Kind != HttpLimitKind.Size;
}
