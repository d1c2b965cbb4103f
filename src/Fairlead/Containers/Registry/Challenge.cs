namespace Fairlead.Containers.Registry;

/// <summary>
/// What a server wants to see before it answers: a scheme with its parameters, as the header <c>WWW-Authenticate</c> of a 401 names them
/// (RFC 9110, section 11.6.1). The header is the peer's text: what is not well-formed is told, and nothing is guessed.
/// </summary>
/// <param name="Scheme">Bearer, Basic, in any case of letters.</param>
/// <param name="Parameters">By name, in any case of letters; each once.</param>
internal sealed record Challenge(string Scheme, IReadOnlyDictionary<string, string> Parameters)
{
    /// <summary>Those of an answer, in its order.</summary>
    /// <exception cref="FormatException">They are not well-formed; the message is the end of a sentence about the header.</exception>
    public static IReadOnlyList<Challenge> Of(HttpResponseMessage response)
        => response.Headers.NonValidated.TryGetValues("WWW-Authenticate", out var values) ? [.. values.SelectMany(Parse)] : [];

    /// <summary>Those of one header: <c>Basic realm="a", Bearer realm="https://auth.example.com/token",service="registry"</c>.</summary>
    /// <inheritdoc cref="Of" path="/exception"/>
    public static IReadOnlyList<Challenge> Parse(string header) => new ChallengeReader(header).Read();

    public bool Is(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);
}
