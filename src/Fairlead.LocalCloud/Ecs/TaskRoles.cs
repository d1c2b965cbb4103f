using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// How a task comes to the credentials of its role: as on ECS, it is told a URL that gives them out for a time, and all SDKs ask there again before they
/// expire (https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html). A task without a role is told nothing.
/// </summary>
internal sealed class TaskRoles(AccessKey key, Account account, Listeners listeners)
{
    /// <summary>The path segment after <c>/_fairlead/</c>.</summary>
    public const string EndpointName = "task-credentials";

    private readonly SealedText _tokens = new(key, "task credentials");

    /// <param name="taskId">The task.</param>
    /// <param name="role"><c>taskRoleArn</c> of its task definition: an ARN, or the name of a role.</param>
    public IReadOnlyList<KeyValuePair<string, string>> EnvironmentOf(string taskId, string? role)
    {
        if (role is null)
        {
            return [];
        }

        return
        [
            new("AWS_CONTAINER_CREDENTIALS_FULL_URI", new Uri(listeners.Api, $"/_fairlead/{EndpointName}").AbsoluteUri),
            new("AWS_CONTAINER_AUTHORIZATION_TOKEN", _tokens.Seal(taskId, ArnOf(role))),
        ];
    }

    /// <summary>The task and the ARN of its role that a token was made for; null when it was not made here.</summary>
    public (string TaskId, string RoleArn)? Find(string token) => _tokens.Open(token) is [var task, var role] ? (task, role) : null;

    private string ArnOf(string role) => role.StartsWith("arn:", StringComparison.Ordinal) ? role : $"arn:aws:iam::{account.Id}:role/{role}";
}
