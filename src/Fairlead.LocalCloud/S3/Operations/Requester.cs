using System.Collections.Immutable;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>
/// Somebody without a key of this cloud, as bucket policies know him: the service CloudFront, which has signed, or anybody, who has not. What a key holder
/// may do is not asked of policies here.
/// </summary>
/// <param name="Service">The service principal; null for anybody.</param>
/// <param name="Keys">
/// Condition keys in lower case, with their value; null for one that such a request does not have
/// (https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html). Of a key that is missing here nothing is known.
/// </param>
internal sealed record Requester(string? Service, ImmutableDictionary<string, string?> Keys)
{
    private const string CloudFrontService = "cloudfront.amazonaws.com";
    private const string TagPrefix = "s3:existingobjecttag/";

    // CloudFront asks S3 by TLS, which here is told and not done, and never from a VPC.
    private static readonly ImmutableDictionary<string, string?> Common = new Dictionary<string, string?>
    {
        ["aws:securetransport"] = "true",
        ["s3:tlsversion"] = "1.3",
        ["aws:sourcevpc"] = null,
        ["aws:sourcevpce"] = null,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    /// <summary>Nobody has signed.</summary>
    public static Requester Anybody { get; } = new(null, Common.AddRange(new Dictionary<string, string?>
    {
        ["aws:principalaccount"] = "anonymous",
        ["aws:principaltype"] = "Anonymous",
        ["aws:principalarn"] = null,
        ["aws:principalisawsservice"] = null,
        ["aws:principalorgid"] = null,
        ["aws:principalorgpaths"] = null,
        ["aws:principalservicename"] = null,
        ["aws:sourceaccount"] = null,
        ["aws:sourcearn"] = null,
        ["aws:sourceowner"] = null,
        ["aws:userid"] = null,
        ["aws:username"] = null,
    }));

    public bool IsAnybody => Service is null;

    /// <summary>Are the tags of what is asked for known? Then a tag that is not among <see cref="Keys"/> is one that the object does not have.</summary>
    private bool KnowsTags { get; init; }

    /// <summary>A distribution with an origin access control:
    /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-restricting-access-to-s3.html</summary>
    public static Requester CloudFront(string distributionArn, string accountId) => new(CloudFrontService, Common.AddRange(new Dictionary<string, string?>
    {
        ["aws:principalisawsservice"] = "true",
        ["aws:principalservicename"] = CloudFrontService,
        ["aws:sourceaccount"] = accountId,
        ["aws:sourcearn"] = distributionArn,
    }));

    /// <summary>The same, of whom something more is known.</summary>
    public Requester With(string key, string? value) => this with { Keys = Keys.SetItem(key.ToLowerInvariant(), value) };

    /// <summary>The same, who asks for an object with these tags and no others
    /// (https://docs.aws.amazon.com/AmazonS3/latest/userguide/tagging-and-policies.html).</summary>
    public Requester WithTags(IEnumerable<KeyValuePair<string, string>> tags)
        => tags.Aggregate(this with { KnowsTags = true }, (x, tag) => x.With(TagPrefix + tag.Key, tag.Value));

    /// <summary>Is it known what the request has for a condition key?</summary>
    /// <param name="key">In any case.</param>
    /// <param name="value">What it has; null for a key that it does not have.</param>
    public bool Knows(string key, out string? value)
    {
        var lower = key.ToLowerInvariant();
        return Keys.TryGetValue(lower, out value) || (KnowsTags && lower.StartsWith(TagPrefix, StringComparison.Ordinal));
    }
}
