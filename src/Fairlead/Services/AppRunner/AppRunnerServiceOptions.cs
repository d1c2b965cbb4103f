namespace Fairlead.Services.AppRunner;

/// <summary>Which App Runner service to deploy to, and how long to wait for it.</summary>
public sealed record AppRunnerServiceOptions
{
    /// <summary>ARN of the service.</summary>
    public required string ServiceArn { get; init; }

    /// <summary>ARN of the role that pulls images from a private repository. Needed at the first deploy
    /// to a service that was created with a public image.</summary>
    public string? ImageRoleArn { get; init; }

    /// <summary>Whether images come from a registry in place of ECR's own, which ECR knows nothing of.</summary>
    public bool HasForeignRegistry { get; init; }

    /// <summary>Time that one operation of App Runner may take, somebody else's before ours included. It
    /// cannot be stopped: after this time only the waiting ends.</summary>
    public TimeSpan OperationTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The service's name, from its ARN: <c>arn:aws:apprunner:us-east-1:123456789012:service/shop/0123…</c>.</summary>
    internal string ServiceName => ServiceArn.Split('/') is [_, var name, ..] ? name : ServiceArn;
}
