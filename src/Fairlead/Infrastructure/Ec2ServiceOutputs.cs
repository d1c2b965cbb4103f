namespace Fairlead.Infrastructure;

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
}
