using System.Security.Cryptography;
using System.Text;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Access.Signatures;

/// <summary>
/// The chain of signatures of a body that is signed in chunks: https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming.html, and with trailers
/// https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html. Each chunk is hashed while it is read.
/// </summary>
internal sealed class ChunkSignatures(byte[] signingKey, string time, CredentialScope scope, string seed, bool signsTrailers) : IChunkSignatures, IDisposable
{
    private static readonly string EmptyHash = Convert.ToHexStringLower(SHA256.HashData([]));

    private readonly IncrementalHash _chunk = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string _previous = seed;

    public bool SignsTrailers => signsTrailers;

    public void Append(ReadOnlySpan<byte> data) => _chunk.AppendData(data);

    public bool EndChunk(string? signature) => Follows("PAYLOAD", $"{EmptyHash}\n{Convert.ToHexStringLower(_chunk.GetHashAndReset())}", signature);

    public bool EndTrailers(IReadOnlyList<string> trailers, string? signature)
        => Follows("TRAILER", Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(trailers.Select(x => x + "\n"))))), signature);

    public void Dispose() => _chunk.Dispose();

    private bool Follows(string what, string hashes, string? signature)
    {
        var expected = CanonicalRequest.Signature(signingKey, $"{CanonicalRequest.Algorithm}-{what}\n{time}\n{scope}\n{_previous}\n{hashes}");
        _previous = expected;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(expected), Encoding.UTF8.GetBytes(signature ?? ""));
    }
}
