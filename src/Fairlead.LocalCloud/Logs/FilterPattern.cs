using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

/// <summary>
/// The unstructured form of a CloudWatch Logs filter pattern: every term must occur, <c>"a phrase"</c> is one term, <c>-term</c> must not
/// occur, of the <c>?term</c>s one must (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
/// Case-sensitive. Patterns for JSON and space-delimited events are refused.
/// </summary>
internal sealed class FilterPattern
{
    // https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilterLogEvents.html: each term is looked for in each event.
    private const int Longest = 1024;

    private readonly List<string> _all = [];
    private readonly List<string> _none = [];
    private readonly List<string> _any = [];

    /// <exception cref="AwsServiceException">InvalidParameterException for a JSON, regular-expression or space-delimited pattern, and for one of more than
    /// 1,024 characters.</exception>
    public static FilterPattern Parse(string? text)
    {
        var pattern = new FilterPattern();
        if (text is { Length: > Longest })
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                "1 validation error detected: Value at 'filterPattern' failed to satisfy constraint: Member must have length less than or equal to 1024");
        }

        var rest = (text ?? "").Trim();
        if (rest.Length > 0 && rest[0] is '{' or '[' or '%')
        {
            throw new AwsServiceException("InvalidParameterException", "Invalid filter pattern: the local cloud understands words and quoted phrases only.");
        }

        for (var at = 0; at < rest.Length;)
        {
            var list = rest[at] switch { '-' => pattern._none, '?' => pattern._any, _ => pattern._all };
            at += list == pattern._all ? 0 : 1;
            var isQuoted = at < rest.Length && rest[at] == '"';
            var start = isQuoted ? at + 1 : at;
            var end = start > rest.Length ? -1 : rest.IndexOf(isQuoted ? '"' : ' ', start);
            if (isQuoted && end < 0)
            {
                throw new AwsServiceException("InvalidParameterException", "Invalid filter pattern: a quotation mark is not closed.");
            }

            end = end < 0 ? rest.Length : end;
            if (end > start)
            {
                list.Add(rest[start..end]);
            }

            at = end + 1;
            while (at < rest.Length && char.IsWhiteSpace(rest[at]))
            {
                at++;
            }
        }

        return pattern;
    }

    public bool Matches(string message)
        => _all.TrueForAll(x => message.Contains(x, StringComparison.Ordinal))
           && !_none.Exists(x => message.Contains(x, StringComparison.Ordinal))
           && (_any.Count == 0 || _any.Exists(x => message.Contains(x, StringComparison.Ordinal)));
}
