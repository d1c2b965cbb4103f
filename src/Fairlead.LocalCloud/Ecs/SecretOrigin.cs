namespace Fairlead.LocalCloud.Ecs;

/// <summary>
/// The <c>valueFrom</c> of a container's secret: the name or ARN of a parameter, or the ARN of a secret with <c>:JSON-KEY:VERSION-STAGE:VERSION-ID</c> behind
/// it, each of which may be empty or left out
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/secrets-envvar-secrets-manager.html).
/// </summary>
/// <param name="Id">Name or ARN, for the service to look up.</param>
/// <param name="IsSecret">It is of Secrets Manager, and not of Parameter Store.</param>
internal sealed record SecretOrigin(string Id, bool IsSecret)
{
    /// <summary>Parts of an ARN up to the secret's name.</summary>
    private const int ArnParts = 7;

    public string? JsonKey { get; private init; }

    public string? VersionStage { get; private init; }

    public string? VersionId { get; private init; }

    public static SecretOrigin Parse(string valueFrom)
    {
        var parts = valueFrom.Split(':');
        if (parts.Length < ArnParts || parts[0] != "arn" || parts[2] != "secretsmanager")
        {
            return new SecretOrigin(valueFrom, IsSecret: false);
        }

        return new SecretOrigin(string.Join(':', parts.Take(ArnParts)), IsSecret: true)
        {
            JsonKey = Part(0),
            VersionStage = Part(1),
            VersionId = Part(2),
        };

        string? Part(int index) => parts.ElementAtOrDefault(ArnParts + index) is { Length: > 0 } part ? part : null;
    }
}
