using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Protocol;

/// <summary>Whose key a request was signed with. A feature of the request once its signature was verified; a request without one has none.</summary>
/// <param name="Arn">Of the user or of the assumed role, as GetCallerIdentity gives it.</param>
/// <param name="UserId">The unique id, as GetCallerIdentity gives it.</param>
internal sealed partial record Caller(string Arn, string UserId)
{
    /// <summary>Who holds the key of the state directory.</summary>
    public static Caller Owner(Account account) => new($"arn:aws:iam::{account.Id}:user/local-cloud", "AIDALOCALCLOUDUSER000");

    /// <summary>Who has taken on a role. Null when that is not the ARN of one.</summary>
    /// <param name="roleArn"><c>arn:aws:iam::ACCOUNT:role/PATH/NAME</c>.</param>
    /// <param name="session">Name of the session.</param>
    public static Caller? OfRole(string roleArn, string session)
        => RoleArn().Match(roleArn) is { Success: true } role
            ? new(
                $"arn:aws:sts::{role.Groups["account"].Value}:assumed-role/{role.Groups["path"].Value.Split('/')[^1]}/{session}",
                $"AROALOCALCLOUDROLE000:{session}")
            : null;

    [GeneratedRegex(@"^arn:[\w-]+:iam::(?<account>\d{12}):role/(?<path>[\w+=,.@/-]+)\z")]
    private static partial Regex RoleArn();
}
