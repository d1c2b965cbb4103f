using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>
/// A page of a list in order. The token is the position after the page, not an item: what was deleted or added meanwhile does not matter to it. One of another
/// list, and one that was changed on its way, is refused.
/// </summary>
/// <param name="Items">What is on it.</param>
/// <param name="Next">Token of the next page; null on the last one.</param>
internal sealed record PositionPage<T>(IReadOnlyList<T> Items, string? Next)
{
    private const int CheckBytes = 8;

    /// <param name="all">The whole list; the page is taken in the order of its keys.</param>
    /// <param name="key">The place of an item in the order; no two items share one.</param>
    /// <param name="order">The order of the keys, and so of the list.</param>
    /// <param name="list">Names the list: a token is good for this one only.</param>
    /// <param name="token">From the request.</param>
    /// <param name="size">Items on a page, 1 and more.</param>
    /// <param name="refusal">The code of the error that the service answers to a token that is not one.</param>
    /// <exception cref="AwsServiceException">The token is not one of this list.</exception>
    public static PositionPage<T> Of(
        IEnumerable<T> all,
        Func<T, string> key,
        IComparer<string> order,
        string list,
        string? token,
        int size,
        string refusal)
    {
        var after = token is null ? null : Position(token, list) ?? throw new AwsServiceException(refusal, "The specified token is not valid.");
        var rest = all.Where(x => after is null || order.Compare(key(x), after) > 0).OrderBy(key, order).Take(size + 1).ToArray();
        return rest.Length > size ? new PositionPage<T>(rest[..size], Token(key(rest[size - 1]), list)) : new PositionPage<T>(rest, null);
    }

    private static string Token(string position, string list)
        => Base64Url.EncodeToString([.. Check(position, list), .. Encoding.UTF8.GetBytes(position)]);

    private static string? Position(string token, string list)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(token);
            var position = Encoding.UTF8.GetString(bytes.AsSpan(Math.Min(CheckBytes, bytes.Length)));
            return bytes.AsSpan().StartsWith(Check(position, list)) ? position : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Check(string position, string list)
        => SHA256.HashData(Encoding.UTF8.GetBytes($"{list}\0{position}")).AsSpan(0, CheckBytes);
}
