using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;

namespace Fairlead.Aws;

/// <summary>How S3 is asked, which depends on who answers.</summary>
internal static class S3Configuration
{
    /// <summary>
    /// By itself the SDK sends a checksum behind each object's content
    /// (https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html), in a form of upload that stores
    /// other than S3 may not know: radosgw 16 answers <c>XAmzContentSHA256Mismatch</c>. A store that does not answer
    /// for AWS gets checksums only where S3's protocol demands one, unless the
    /// user says otherwise. Each part of an upload is signed all the same, and what is written to site, ledger and lock carries a Content-MD5.
    /// </summary>
    /// <param name="config">Knows endpoint and profile already.</param>
    /// <param name="options">What the user set.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    /// <param name="profiles">Reads the setting of a profile; <see cref="OfProfile"/> without it.</param>
    public static AmazonS3Config Complete(
        AmazonS3Config config, AwsOptions options, Func<string, string?> environment, Func<string, RequestChecksumCalculation?>? profiles = null)
    {
        // The options' endpoint, else what the SDK found in the environment or the profile.
        var endpoint = config.ServiceURL is { Length: > 0 } url ? new Uri(url) : null;
        config.ForcePathStyle = endpoint is not null;
        if (Chosen(options, environment, profiles ?? OfProfile) is { } chosen)
        {
            config.RequestChecksumCalculation = chosen;
        }
        else if (endpoint is not null && !AwsEndpoint.IsAmazons(endpoint))
        {
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        }

        return config;
    }

    /// <summary>What the profile's <c>request_checksum_calculation</c> says; null when it says nothing.</summary>
    private static RequestChecksumCalculation? OfProfile(string name)
        => new CredentialProfileStoreChain().TryGetProfile(name, out var profile) ? profile.RequestChecksumCalculation : null;

    /// <summary>Null when nobody chose. The profile is looked at here, because the SDK takes this setting
    /// from the default one whichever a client is given.</summary>
    private static RequestChecksumCalculation? Chosen(AwsOptions options, Func<string, string?> environment, Func<string, RequestChecksumCalculation?> profiles)
    {
        if (options.RequestChecksums is { } option)
        {
            return option;
        }

        if (Enum.TryParse<RequestChecksumCalculation>(environment("AWS_REQUEST_CHECKSUM_CALCULATION"), ignoreCase: true, out var variable))
        {
            return variable;
        }

        return profiles(options.Profile ?? (environment("AWS_PROFILE") is { Length: > 0 } set ? set : "default"));
    }
}
