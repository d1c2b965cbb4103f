using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Logs;

/// <summary>
/// The unstructured form of a CloudWatch Logs filter pattern: every term must occur, <c>"a phrase"</c> is one term, <c>-term</c> must not
/// occur, of the <c>?term</c>s one must (https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html).
/// Case-sensitive. Patterns for JSON and space-delimited events are refused.
/// </summary>
internal sealed class FilterPattern
{
    private readonly List<string> _all = [];
    private readonly List<string> _none = [];
    private readonly List<string> _any = [];

    /// <exception cref="AwsServiceException">InvalidParameterException for a JSON, regular-expression or space-delimited pattern.</exception>
    public static FilterPattern Parse(string? text)
    {
        var pattern = new FilterPattern();
        var rest = (text ?? "").Trim();
        if (rest.Length > 0 && rest[0] is '{' or '[' or '%')
        {
            throw new AwsServiceException("InvalidParameterException", "Invalid filter pattern: the local cloud understands words and quoted phrases only.");
        }

        while (rest.Length > 0)
        {
            var list = rest[0] switch { '-' => pattern._none, '?' => pattern._any, _ => pattern._all };
            if (list != pattern._all)
            {
                rest = rest[1..];
            }

            var quoted = rest.StartsWith('"');
            var end = quoted ? rest.IndexOf('"', 1) : rest.IndexOf(' ');
            if (quoted && end < 0)
            {
                throw new AwsServiceException("InvalidParameterException", "Invalid filter pattern: a quotation mark is not closed.");
            }

            var term = quoted ? rest[1..end] : end < 0 ? rest : rest[..end];
            if (term.Length > 0)
            {
                list.Add(term);
            }

            rest = end < 0 ? "" : rest[(end + 1)..].TrimStart();
        }

        return pattern;
    }

    public bool Matches(string message)
        => _all.TrueForAll(x => message.Contains(x, StringComparison.Ordinal))
           && !_none.Exists(x => message.Contains(x, StringComparison.Ordinal))
           && (_any.Count == 0 || _any.Exists(x => message.Contains(x, StringComparison.Ordinal)));
}
