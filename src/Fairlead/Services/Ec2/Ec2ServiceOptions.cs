namespace Fairlead.Services.Ec2;

/// <summary>Which instances run the service, where their releases are, and how long to wait for them.</summary>
public sealed record Ec2ServiceOptions
{
    /// <summary>Bucket that holds the releases.</summary>
    public required string ReleaseBucket { get; init; }

    /// <summary>Key prefix of the releases, without a slash at either end: a release is <c>&lt;prefix&gt;/&lt;release&gt;.tar.gz</c>.</summary>
    public required string ReleasePrefix { get; init; }

    /// <summary>Instances with this tag run the service.</summary>
    public required string InstanceTagKey { get; init; }

    /// <summary>The tag's value; also the service's name in messages.</summary>
    public required string InstanceTagValue { get; init; }

    /// <summary>The release to upload, a <c>.tar.gz</c> of what the instances unpack; null when somebody else puts it into the bucket.</summary>
    public string? Archive { get; init; }

    /// <summary>Log group that gets the whole output of the deploys, of which the evidence has the end; null for none.</summary>
    public string? LogGroup { get; init; }

    /// <summary>Time that one instance may take for one release.</summary>
    public TimeSpan InstanceTimeout { get; init; } = TimeSpan.FromMinutes(15);
}
