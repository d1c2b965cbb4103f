namespace Fairlead.Services.Ec2;

/// <summary>A service on EC2 instances, which fetch their releases from a bucket.</summary>
/// <param name="ReleaseBucket">Bucket that holds the releases.</param>
/// <param name="ReleasePrefix">Key prefix of the releases, without a slash at either end: a release is <c>&lt;prefix&gt;/&lt;release&gt;.tar.gz</c>.</param>
/// <param name="InstanceTagKey">Instances with this tag run the service.</param>
/// <param name="InstanceTagValue">The tag's value.</param>
public sealed record Ec2ServiceOutputs(string ReleaseBucket, string ReleasePrefix, string InstanceTagKey, string InstanceTagValue) : ServiceOutputs
{
    /// <summary>The value of the output <c>service_host</c> for this kind.</summary>
    public const string HostName = "ec2";

    public override string Host => HostName;

    public override bool TakesImages => false;

    public override string MigratedBy => "The instances migrate when they deploy, before the release starts.";

    public override IReadOnlyList<(string Name, string? Value)> Fields
    => [
        ("release_bucket", ReleaseBucket),
        ("release_prefix", ReleasePrefix),
        ("instance_tag_key", InstanceTagKey),
        ("instance_tag_value", InstanceTagValue),
    ];

    public override string Fingerprint
        => $"ReleaseBucket = {ReleaseBucket}, ReleasePrefix = {ReleasePrefix}, InstanceTagKey = {InstanceTagKey}, InstanceTagValue = {InstanceTagValue}";

    public static Ec2ServiceOutputs Read(IOutputValues values) => new(
        values.Required("release_bucket"),
        values.Required("release_prefix").Trim('/'),
        values.Required("instance_tag_key"),
        values.Required("instance_tag_value"));

    public override IServiceHost CreateHost(ServiceHostSettings settings) => new Ec2ServiceHost(
        settings.Aws,
        new Ec2ServiceOptions
        {
            ReleaseBucket = ReleaseBucket,
            ReleasePrefix = ReleasePrefix,
            InstanceTagKey = InstanceTagKey,
            InstanceTagValue = InstanceTagValue,
            Archive = settings.Archive,
        },
        settings.Reporter,
        settings.Time);
}
