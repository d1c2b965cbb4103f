namespace Fairlead.LocalCloud.Hosting;

/// <summary>What a local cloud is started with.</summary>
public sealed record LocalCloudOptions
{
    /// <summary>Everything the local cloud keeps is below this directory. It is created when absent.</summary>
    public required string StateDirectory { get; init; }

    /// <summary>Port of the AWS API endpoint. 0 takes a free one; a port that is taken is replaced by a free one.</summary>
    public int ApiPort { get; init; } = 4600;

    /// <summary>Port of the OCI registry behind ECR. 0 takes a free one; a port that is taken is replaced by a free one.</summary>
    public int RegistryPort { get; init; } = 4601;

    /// <summary>Port of the CloudFront edge. 0 takes a free one; a port that is taken is replaced by a free one.</summary>
    public int EdgePort { get; init; } = 4602;

    public string Region { get; init; } = "us-east-1";

    /// <summary>Twelve digits, in every ARN that the local cloud makes.</summary>
    public string AccountId { get; init; } = "000000000000";

    /// <summary>The clock of everything that takes time: rollouts, invalidations, expiry.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
