namespace Fairlead.Services.AppRunner;

/// <summary>A service on AWS App Runner.</summary>
/// <param name="ServiceArn">ARN of the App Runner service.</param>
/// <param name="ImageRoleArn">ARN of the role that App Runner pulls private images with; null when the stack does not tell.</param>
public sealed record AppRunnerServiceOutputs(string ServiceArn, string? ImageRoleArn = null) : ServiceOutputs
{
    /// <summary>The value of the output <c>service_host</c> for this kind.</summary>
    public const string HostName = "apprunner";

    public override string Host => HostName;

    public override string MigratedBy => "App Runner runs no command beside the service: the image has to migrate when it starts.";

    public override IReadOnlyList<(string Name, string? Value)> Fields => [("service_arn", ServiceArn), ("image_role_arn", ImageRoleArn)];

    public override string Fingerprint => $"ServiceArn = {ServiceArn}";

    public static AppRunnerServiceOutputs Read(IOutputValues values) => new(values.Required("service_arn"), values.Optional("image_role_arn"));

    public override IServiceHost CreateHost(ServiceHostSettings settings) => new AppRunnerServiceHost(
        settings.Aws,
        new AppRunnerServiceOptions
        {
            ServiceArn = ServiceArn,
            ImageRoleArn = ImageRoleArn,
            OperationTimeout = settings.RolloutTimeout,
            HasForeignRegistry = settings.HasForeignRegistry,
        },
        settings.Reporter,
        settings.Time);
}
