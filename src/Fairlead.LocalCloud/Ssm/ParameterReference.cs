using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ssm;

/// <summary>How a reader names a parameter: by name or ARN, with <c>:VERSION</c> or <c>:LABEL</c> behind it or without.</summary>
/// <param name="Names">The names that it can mean; an ARN does not tell <c>/x</c> from <c>x</c>.</param>
/// <param name="Selector">Version or label; null for the latest.</param>
internal sealed record ParameterReference(IReadOnlyList<string> Names, string? Selector)
{
    /// <summary>What a text refers to; with no names when it is the ARN of another account, region or service.</summary>
    public static ParameterReference Parse(string text, Account account)
    {
        var arn = ArnPrefix(account);
        if (text.StartsWith("arn:", StringComparison.Ordinal))
        {
            if (!text.StartsWith(arn + "/", StringComparison.Ordinal))
            {
                return new ParameterReference([], null);
            }

            var (path, selector) = Split(text[arn.Length..]);
            return new ParameterReference([path, path[1..]], selector);
        }

        var (name, behind) = Split(text);
        return new ParameterReference([name], behind);
    }

    public static string Arn(string name, Account account) => ArnPrefix(account) + (name.StartsWith('/') ? name : $"/{name}");

    private static string ArnPrefix(Account account) => $"arn:aws:ssm:{account.Region}:{account.Id}:parameter";

    private static (string Name, string? Selector) Split(string text) => text.Split(':', 2) is [var name, var selector] ? (name, selector) : (text, null);
}
