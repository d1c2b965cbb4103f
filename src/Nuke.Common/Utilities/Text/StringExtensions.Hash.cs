using System.Security.Cryptography;
using System.Text;

namespace Nuke.Common.Utilities;

/// <remarks>Hashes are of the UTF-8 bytes and in lower-case hexadecimal digits.</remarks>
public static partial class StringExtensions
{
    public static string GetMD5Hash(this string str) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(str)));

    public static string GetSHA256Hash(this string str) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(str)));

    /// <typeparam name="T">How the key becomes bytes.</typeparam>
    public static string GetHMACSHA256Hash<T>(this string str, string key)
        where T : Encoding, new()
        => Convert.ToHexStringLower(HMACSHA256.HashData(new T().GetBytes(key), Encoding.UTF8.GetBytes(str)));

    public static string GetHMACSHA1Hash(this string str, string key)
        => Convert.ToHexStringLower(HMACSHA1.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(str)));
}
