using System.Globalization;
using System.Security.Cryptography;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>
/// Where a version stands among those of its key, as text that a client can give back: the listing goes on behind it, though the version itself was deleted.
/// The id of a version says it; of one whose id is <c>null</c>, a position is written behind that.
/// <code>
/// 000000000000002a7c3f90b1d2e84a65      sequence and random digits, hexadecimal
/// null.000000000000002a
/// </code>
/// </summary>
internal static class VersionPosition
{
    private const int SequenceDigits = 16;
    private const int IdDigits = 32;
    private const string NullPrefix = ObjectVersion.NullId + ".";

    public static string NewId(long sequence)
        => sequence.ToString("x16", CultureInfo.InvariantCulture) + RandomNumberGenerator.GetHexString(IdDigits - SequenceDigits, lowercase: true);

    public static string Of(ObjectVersion version)
        => version.VersionId == ObjectVersion.NullId ? string.Create(CultureInfo.InvariantCulture, $"{NullPrefix}{version.Sequence:x16}") : version.VersionId;

    /// <summary>The sequence behind which to go on.</summary>
    /// <param name="marker">What <see cref="Of"/> made, or the id of a version that there is.</param>
    /// <param name="versions">Those of the key.</param>
    /// <param name="sequence">The next version has a lower one.</param>
    /// <returns>False when it is neither.</returns>
    public static bool TryParse(string marker, IReadOnlyList<ObjectVersion> versions, out long sequence)
    {
        if (versions.FirstOrDefault(x => x.VersionId == marker) is { } present)
        {
            sequence = present.Sequence;
            return true;
        }

        var digits = marker.StartsWith(NullPrefix, StringComparison.Ordinal) && marker.Length == NullPrefix.Length + SequenceDigits
            ? marker[NullPrefix.Length..]
            : marker.Length == IdDigits && marker.All(char.IsAsciiHexDigitLower) ? marker[..SequenceDigits] : "";
        return long.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out sequence);
    }
}
