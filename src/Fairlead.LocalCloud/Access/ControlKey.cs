using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Access;

/// <summary>
/// What opens <c>/_fairlead/*</c>: 256 random bits in a file of the state directory that only its owner can read. New at every start, so that
/// one that was sent to another program on the port of a local cloud that has ended is worth nothing.
/// </summary>
internal sealed class ControlKey
{
    public const string HeaderName = "X-Fairlead-Key";

    public const string FileName = "control-key";

    private const int Bytes = 32;

    private readonly byte[] _key;

    public ControlKey(StateDirectory state)
    {
        Value = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        _key = Encoding.ASCII.GetBytes(Value);
        state.WriteAtomically(FileName, _key);
    }

    public string Value { get; }

    /// <summary>True when the request carries the key. Takes the same time for every wrong one.</summary>
    public bool IsCarriedBy(HttpRequest request)
        => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(request.Headers[HeaderName].ToString()), _key);
}
