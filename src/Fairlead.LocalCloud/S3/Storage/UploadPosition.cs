using System.Globalization;
using System.Security.Cryptography;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>The id of a multipart upload, which is also its place among those of its key: a listing goes on behind it though the upload ended
/// meanwhile.</summary>
internal static class UploadPosition
{
    private const int Digits = 64;
    private const int TimeDigits = 16;

    /// <summary>The time and random digits, hexadecimal: in their order, uploads of a key are in that of their start.</summary>
    public static string NewId()
        => DateTimeOffset.UtcNow.UtcTicks.ToString("x16", CultureInfo.InvariantCulture)
            + RandomNumberGenerator.GetHexString(Digits - TimeDigits, lowercase: true);

    public static bool IsId(string text) => text.Length == Digits && text.All(char.IsAsciiHexDigitLower);
}
