namespace Fairlead.LocalCloud.Ecs;

/// <summary>A secret of a task cannot be read. The message begins with what ECS says, and shows no value
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/resource-initialization-error.html).</summary>
internal sealed class CannotPullSecretsException(string reason)
    : Exception($"ResourceInitializationError: unable to pull secrets or registry auth: execution resource retrieval failed: {reason}");
