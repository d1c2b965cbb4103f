namespace Fairlead.Infrastructure;

/// <summary>A service on AWS App Runner.</summary>
/// <param name="ServiceArn">ARN of the App Runner service.</param>
/// <param name="ImageRoleArn">ARN of the role that App Runner pulls private images with; null when the stack does not tell.</param>
public sealed record AppRunnerServiceOutputs(string ServiceArn, string? ImageRoleArn = null) : ServiceOutputs
{
    /// <summary>The value of the output <c>service_host</c> for this kind.</summary>
    public const string HostName = "apprunner";

    public override string Host => HostName;
}
