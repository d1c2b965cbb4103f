using System.Globalization;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Access;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// <c>GET /_fairlead/task-credentials</c>: credentials of the role of a task that has not stopped, for 6 hours as on ECS. The task proves itself by the token
/// that it was started with (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-iam-roles.html).
/// </summary>
internal sealed class TaskCredentialsEndpoint(TaskRoles roles, EcsStore store, TemporaryCredentials credentials, TimeProvider clock) : IControlEndpoint
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(6);

    public string Name => TaskRoles.EndpointName;

    public bool HasOwnKey => true;

    public Task HandleAsync(HttpContext context)
    {
        if (roles.Find(context.Request.Headers.Authorization.ToString()) is not var (task, role)
            || !store.Read(x => x.Tasks.Any(y => y.Id == task && y.LastStatus != "STOPPED"))
            || Caller.OfRole(role, task) is not { } caller)
        {
            return AwsJson.WriteErrorAsync(context, new AwsServiceException(
                "AccessDeniedException",
                "The request does not carry the token of a task that runs here. A task with a role has it in AWS_CONTAINER_AUTHORIZATION_TOKEN.",
                StatusCodes.Status403Forbidden));
        }

        var issued = credentials.Issue(caller, clock.GetUtcNow() + Lifetime);
        return AwsJson.WriteAsync(context, new JsonObject
        {
            ["RoleArn"] = role,
            ["AccessKeyId"] = issued.Key.Id,
            ["SecretAccessKey"] = issued.Key.Secret,
            ["Token"] = issued.SessionToken,
            ["Expiration"] = issued.Expiration.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        });
    }
}
