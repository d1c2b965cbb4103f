namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// The signatures in a body that is signed chunk by chunk, each over its own bytes and the signature before it. A feature of a request whose head said that
/// its body is; who reads the body tells what it finds, in order.
/// </summary>
internal interface IChunkSignatures
{
    /// <summary>Bytes of the chunk that is being read.</summary>
    void Append(ReadOnlySpan<byte> data);

    /// <summary>The chunk has been read. False when its signature is not true; null stands for none.</summary>
    bool EndChunk(string? signature);

    /// <summary>The trailers have been read. False when their signature is not true.</summary>
    /// <param name="trailers">As they came: a name in lower case, a colon and a value in each.</param>
    /// <param name="signature">Null when there is none.</param>
    bool EndTrailers(IReadOnlyList<string> trailers, string? signature);

    /// <summary>The head announced that the trailers are signed as well.</summary>
    bool SignsTrailers { get; }
}
