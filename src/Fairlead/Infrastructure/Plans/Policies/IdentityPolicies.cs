using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>Who may do what.</summary>
internal static class IdentityPolicies
{
    private const string GitHub = "token.actions.githubusercontent.com";

    // An action that begins like this reads; all others count as writing.
    private static readonly string[] Reading = [
        "Describe",
        "Get",
        "List",
        "Head",
        "BatchGet",
        "BatchCheck",
        "Search",
        "Lookup",
        "View",
        "Query",
        "Scan",
        "Select",
        "Filter",
        "Check",
        "Simulate",
        "Estimate",
        "Preview",
        "Read",
        "Discover"
    ];

    // Actions for which AWS knows no resource, so that "*" is the only thing to write
    // (https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html).
    private static readonly HashSet<string> WithoutResource = new(StringComparer.OrdinalIgnoreCase)
    {
        "xray:PutTraceSegments", "xray:PutTelemetryRecords", "cloudwatch:PutMetricData", "ssm:UpdateInstanceInformation",
        "ssmmessages:CreateControlChannel", "ssmmessages:CreateDataChannel", "ssmmessages:OpenControlChannel", "ssmmessages:OpenDataChannel",
        "ec2messages:AcknowledgeMessage", "ec2messages:DeleteMessage", "ec2messages:FailMessage", "ec2messages:SendReply", "ec2messages:GetMessages",
        "ec2messages:GetEndpoint",
        "ecs:RegisterTaskDefinition", "ecs:DeregisterTaskDefinition", "sts:DecodeAuthorizationMessage", "logs:CreateLogDelivery",
        "logs:UpdateLogDelivery", "logs:DeleteLogDelivery", "logs:PutResourcePolicy",
    };

    public static IEnumerable<(PolicyRule, Func<PolicyContext, IEnumerable<(PlannedResource, string)>>)> Checks
    => [
        (new PolicyRule("FL016", PolicySeverity.Error, "permission to do everything",
            "Whoever gets the credentials owns the account.",
            "Name the actions that are needed.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"), context => Find(context, Everything)),
        (new PolicyRule("FL017", PolicySeverity.Error, "write permission on every resource",
            "A mistake or a thief reaches what belongs to somebody else, too.",
            "Name the resources by ARN, or narrow it with a condition.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"), context => Find(context, WritesEverywhere)),
        (new PolicyRule("FL018", PolicySeverity.Warning, "permission for all actions of a service",
            "It includes deleting, and changing who has access.",
            "Name the actions that are needed.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"), context => Find(context, WholeService)),
        (new PolicyRule("FL019", PolicySeverity.Error, "role that anybody may assume",
            "Every AWS account in the world can take the role.",
            "Name the account, role or service that may, or narrow it with a condition.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html#principal-anonymous"), Anybody),
        (new PolicyRule("FL020", PolicySeverity.Error, "GitHub role that is not bound to a repository",
            "Any workflow of any repository on GitHub can take the role.",
            "Compare token.actions.githubusercontent.com:sub with repo:OWNER/NAME:… without a wildcard in owner or name.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html#idp_oidc_Create_GitHub"), Unbound),
        (new PolicyRule("FL021", PolicySeverity.Error, "managed policy of an administrator",
            "Whoever gets the credentials owns the account.",
            "Attach a policy that names the actions that are needed.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_job-functions.html#jf_administrator"), Administrators),
        (new PolicyRule("FL026", PolicySeverity.Warning, "policy that nothing can judge before apply",
            "It also names what does not exist yet, so its whole text is unknown, and no check has read it.",
            "Write it as an aws_iam_policy_document: the blocks of one are known while planning.",
            "https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html#grant-least-privilege"), Unreadable),
    ];

    private static IEnumerable<(PlannedResource, string)> Find(PolicyContext context, Func<PolicyStatement, string?> judge)
        => Policies(context)
            .SelectMany(x => x.Statements.Where(y => y.Allows).Select(y => (x.Resource, Name: y.Name, What: judge(y))))
            .Where(x => x.What is not null)
            .Select(x => (x.Resource, $"{x.Name}: {x.What}"));

    private static IEnumerable<(PlannedResource Resource, IEnumerable<PolicyStatement> Statements)> Policies(PolicyContext context)
        => context.Of("aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy")
            .Select(x => (x, PolicyDocument.Read(x.After["policy"]).AsEnumerable()))
            .Concat(context.Of("aws_ssoadmin_permission_set_inline_policy").Select(x => (x, PolicyDocument.Read(x.After["inline_policy"]).AsEnumerable())))
            .Concat(context.Of("aws_iam_role").Select(x => (x, x.After["inline_policy"].Items.SelectMany(y => PolicyDocument.Read(y["policy"])))))
            // The document of an identity; one with principals belongs to a resource or a trust.
            .Concat(context.Unread("aws_iam_policy_document").Select(x => (x, PolicyDocument.ReadBlocks(x.After).Where(y => !y.HasPrincipal))));

    private static IEnumerable<(PlannedResource, string)> Unreadable(PolicyContext context)
        => context.Of("aws_iam_policy", "aws_iam_role_policy", "aws_iam_user_policy", "aws_iam_group_policy", "aws_s3_bucket_policy")
            .Where(x => context.IsUnreadable(x, "policy"))
            .Concat(context.Of("aws_iam_role").Where(x => context.IsUnreadable(x, "assume_role_policy")))
            .Select(x => (x, ""));

    private static string? Everything(PolicyStatement statement)
        => statement.Actions.Any(x => x is "*" or "*:*") ? "Action \"*\"" : statement.HasNotAction ? "NotAction allows all that it does not name" : null;

    private static string? WritesEverywhere(PolicyStatement statement)
    {
        if (!statement.Resources.Contains("*") || statement.HasCondition || Everything(statement) is not null)
        {
            return null;
        }

        var writing = statement.Actions.Where(x => !IsReading(x) && !WithoutResource.Contains(x)).ToList();
        return writing.Count > 0 ? $"{string.Join(", ", writing.Take(5))}{(writing.Count > 5 ? $" and {writing.Count - 5} more" : "")} on \"*\"" : null;
    }

    private static string? WholeService(PolicyStatement statement)
    {
        var whole = statement.Actions.Where(x => x.EndsWith(":*", StringComparison.Ordinal) && x != "*:*").ToList();
        return whole.Count > 0 && (!statement.Resources.Contains("*") || statement.HasCondition) ? string.Join(", ", whole) : null;
    }

    private static bool IsReading(string action)
        => action.Split(':') is [_, var verb] && Reading.Any(x => verb.StartsWith(x, StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<(PlannedResource Resource, PolicyStatement Statement)> Trusts(PolicyContext context)
        => context.Of("aws_iam_role").SelectMany(x => PolicyDocument.Read(x.After["assume_role_policy"]).Select(y => (x, y)))
            .Concat(context.Unread("aws_iam_policy_document").SelectMany(x => PolicyDocument
                .ReadBlocks(x.After)
                .Where(y => y.Actions.Any(z => z.StartsWith("sts:Assume", StringComparison.Ordinal)))
                .Select(y => (x, y))))
            .Where(x => x.y.Allows);

    private static IEnumerable<(PlannedResource, string)> Anybody(PolicyContext context)
        => Trusts(context).Where(x => x.Statement.IsForEverybody && !x.Statement.HasCondition).Select(x => (x.Resource, x.Statement.Name));

    private static IEnumerable<(PlannedResource, string)> Unbound(PolicyContext context)
    {
        foreach (var (resource, statement) in Trusts(context))
        {
            var compared = statement.Conditions.Where(x => x.Key == $"{GitHub}:sub"
                && x.Operator.Contains("String", StringComparison.Ordinal)
                && !x.Operator.Contains("Not", StringComparison.Ordinal)).ToList();
            var isGitHub = statement.Federated.Any(x => x.Contains(GitHub, StringComparison.OrdinalIgnoreCase))
                || statement.Conditions.Any(x => x.Key.StartsWith(GitHub, StringComparison.Ordinal));
            if (isGitHub && compared.Count == 0)
            {
                yield return (resource, "no condition on the subject");
            }
            else if (compared.SelectMany(x => x.Values).FirstOrDefault(x => !IsBound(x)) is { } loose)
            {
                yield return (resource, $"subject {loose}");
            }
        }
    }

    // "repo:owner/name:environment:production"; a wildcard may come only after the name.
    private static bool IsBound(string subject)
        => subject.Split(':') is ["repo", var repository, _, ..]
            && repository.Split('/') is [{ Length: > 0 } owner, { Length: > 0 } name]
            && owner.IndexOfAny(['*', '?']) < 0
            && name.IndexOfAny(['*', '?']) < 0;

    private static IEnumerable<(PlannedResource, string)> Administrators(PolicyContext context)
        => context.Of("aws_iam_role_policy_attachment", "aws_iam_user_policy_attachment", "aws_iam_group_policy_attachment", "aws_iam_policy_attachment")
            .Where(x => x.After["policy_arn"].Text is { } arn && (arn.EndsWith(":policy/AdministratorAccess", StringComparison.Ordinal)
                || arn.EndsWith(":policy/PowerUserAccess", StringComparison.Ordinal)
                || arn.EndsWith(":policy/IAMFullAccess", StringComparison.Ordinal)))
            .Select(x => (x, x.After["policy_arn"].Text!.Split('/')[^1]));
}
