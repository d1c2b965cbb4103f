using System.Globalization;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>A condition of a statement: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html</summary>
internal sealed record PolicyCondition(string Operator, string Key, string[] Values)
{
    private const string IfExists = "IfExists";

    /// <summary>Does a value of the condition fit the request's? Null where it is none for the operator. Negated operators are met when none fits.</summary>
    private static readonly Dictionary<string, (Func<string, string, bool?> Fits, bool IsNegated)> Operators = new(StringComparer.Ordinal)
    {
        ["StringEquals"] = (Is, false),
        ["StringNotEquals"] = (Is, true),
        ["StringEqualsIgnoreCase"] = (IsInAnyCase, false),
        ["StringNotEqualsIgnoreCase"] = (IsInAnyCase, true),
        ["StringLike"] = (IsLike, false),
        ["StringNotLike"] = (IsLike, true),
        ["ArnEquals"] = (IsLike, false),
        ["ArnLike"] = (IsLike, false),
        ["ArnNotEquals"] = (IsLike, true),
        ["ArnNotLike"] = (IsLike, true),
        ["Bool"] = (IsInAnyCase, false),
        ["NumericEquals"] = (Number((wanted, has) => has == wanted), false),
        ["NumericNotEquals"] = (Number((wanted, has) => has == wanted), true),
        ["NumericLessThan"] = (Number((wanted, has) => has < wanted), false),
        ["NumericLessThanEquals"] = (Number((wanted, has) => has <= wanted), false),
        ["NumericGreaterThan"] = (Number((wanted, has) => has > wanted), false),
        ["NumericGreaterThanEquals"] = (Number((wanted, has) => has >= wanted), false),
    };

    /// <summary>Conditions that tie a statement to somebody:
    /// https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html</summary>
    private static readonly string[] TyingKeys =
    [
        "aws:SourceArn", "aws:SourceVpc", "aws:SourceVpce", "aws:SourceAccount", "aws:SourceOwner", "aws:SourceIp", "aws:PrincipalArn", "aws:PrincipalOrgID",
        "aws:PrincipalOrgPaths", "aws:PrincipalAccount", "aws:userid", "s3:DataAccessPointArn", "s3:DataAccessPointAccount",
    ];

    public bool IsTie
        => TyingKeys.Contains(Key, StringComparer.OrdinalIgnoreCase) && Values.All(x => x.Trim('*', '?').Length > 0 && x is not ("0.0.0.0/0" or "::/0"));

    /// <summary>Null when it cannot be told: an operator or a key that is not known here, a policy variable, a value that is none.</summary>
    public bool? IsMetBy(Requester requester)
    {
        if (!requester.Knows(Key, out var has))
        {
            return null;
        }

        if (Operator == "Null")
        {
            return Values.Contains(has is null ? "true" : "false", StringComparer.OrdinalIgnoreCase);
        }

        var isOptional = Operator.EndsWith(IfExists, StringComparison.Ordinal);
        if (!Operators.TryGetValue(isOptional ? Operator[..^IfExists.Length] : Operator, out var known))
        {
            return null;
        }

        if (has is null)
        {
            return isOptional || known.IsNegated;
        }

        var fits = Values.Select(x => x.Contains("${", StringComparison.Ordinal) ? null : known.Fits(x, has)).ToArray();
        return fits.Contains(null) ? null : fits.Contains(true) != known.IsNegated;
    }

    private static bool? Is(string wanted, string has) => has == wanted;

    private static bool? IsInAnyCase(string wanted, string has) => has.Equals(wanted, StringComparison.OrdinalIgnoreCase);

    private static bool? IsLike(string pattern, string has) => PolicyPattern.Matches(pattern, has);

    private static Func<string, string, bool?> Number(Func<decimal, decimal, bool> holds)
        => (wanted, has) => Parse(wanted) is { } limit && Parse(has) is { } number ? holds(limit, number) : null;

    private static decimal? Parse(string text)
        => decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
