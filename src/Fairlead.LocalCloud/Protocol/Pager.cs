using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>How much of a listing a request wants, and from where on. The one place where pages are cut, for all services.</summary>
internal sealed record Pager
{
    private readonly string _listing;
    private readonly string? _position;

    private Pager(string listing, string? position, int limit) => (_listing, _position, Limit) = (listing, position, limit);

    /// <summary>Items on a page.</summary>
    public int Limit { get; }

    /// <param name="listing">What is listed: the operation, and what it lists the items of. A token is good for this only.</param>
    /// <param name="token">The token of the page before; null or empty for the first page.</param>
    /// <param name="limit">Items on a page.</param>
    /// <param name="errorCode">What the service calls a wrong token.</param>
    /// <param name="message">What it says then.</param>
    /// <exception cref="AwsServiceException">The token is damaged, or another listing's.</exception>
    public static Pager Of(
        string listing,
        string? token,
        int limit,
        string errorCode = "InvalidParameterException",
        string message = "Invalid token: it is damaged, or another listing's. Begin again without a token.")
        => new(
            listing,
            string.IsNullOrEmpty(token) ? null : PageToken.Position(listing, token) ?? throw new AwsServiceException(errorCode, message),
            limit);

    /// <summary>From the members <c>nextToken</c> and that of the limit.</summary>
    /// <param name="request">The request.</param>
    /// <param name="listing">What is listed: the operation, and what it lists the items of.</param>
    /// <param name="maximum">The most that a client may ask for.</param>
    /// <param name="otherwise">Items on a page when it does not say; as many as it may ask for when null.</param>
    /// <param name="limitMember">The member that holds the limit.</param>
    /// <exception cref="AwsServiceException">InvalidParameterException: the limit is out of its range, or the token is wrong.</exception>
    public static Pager Of(JsonObject request, string listing, int maximum, int? otherwise = null, string limitMember = "maxResults")
    {
        var limit = request.Number(limitMember) ?? otherwise ?? maximum;
        return limit < 1 || limit > maximum
            ? throw new AwsServiceException("InvalidParameterException", $"The value of {limitMember} is {limit}: it must be between 1 and {maximum}.")
            : Of(listing, request.Text("nextToken"), limit);
    }

    /// <summary>The page, in the order of the keys.</summary>
    /// <param name="all">Everything that is listed, in any order.</param>
    /// <param name="key">The place of an item in the order, compared ordinally; no two have the same.</param>
    /// <param name="descending">The greatest key first.</param>
    public Page<T> Cut<T>(IEnumerable<T> all, Func<T, string> key, bool descending = false)
    {
        var keyed = all.Select(x => (Key: key(x), Item: x)).Where(x => IsBehind(x.Key, descending));
        var ordered = descending ? keyed.OrderByDescending(x => x.Key, StringComparer.Ordinal) : keyed.OrderBy(x => x.Key, StringComparer.Ordinal);
        var found = ordered.Take(Limit + 1).ToArray();
        return new Page<T>(
            [.. found.Take(Limit).Select(x => x.Item)],
            found.Length > Limit ? PageToken.Of(_listing, found[Limit - 1].Key) : null);
    }

    private bool IsBehind(string key, bool descending)
        => _position is null || (descending ? string.CompareOrdinal(key, _position) < 0 : string.CompareOrdinal(key, _position) > 0);
}
