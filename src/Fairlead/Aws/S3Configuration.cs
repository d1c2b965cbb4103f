using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.S3;

namespace Fairlead.Aws;

/// <summary>How S3 is asked, which depends on who answers.</summary>
internal static class S3Configuration
{
    /// <summary>
    /// By itself the SDK sends a checksum behind each object's content (https://docs.aws.amazon.com/sdkref/latest/guide/feature-dataintegrity.html), in a form of upload that stores
    /// other than S3 may not know: radosgw 16 answers <c>XAmzContentSHA256Mismatch</c>. A store that does not answer for AWS gets checksums only where S3's protocol demands one, unless the
    /// user says otherwise; what this library writes carries a Content-MD5 in any case.
    /// </summary>
    /// <param name="config">Knows endpoint and profile already.</param>
    /// <param name="options">What the user set.</param>
    /// <param name="environment">Reads a variable of the environment.</param>
    public static AmazonS3Config Complete(AmazonS3Config config, AwsOptions options, Func<string, string?> environment)
    {
        // The options' endpoint, else what the SDK found in the environment or the profile.
        var endpoint = config.ServiceURL is { Length: > 0 } url ? new Uri(url) : null;
        config.ForcePathStyle = endpoint is not null;
        if (Chosen(options, environment) is { } chosen)
        {
            config.RequestChecksumCalculation = chosen;
        }
        else if (endpoint is not null && !AwsEndpoint.IsAmazons(endpoint))
        {
            config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        }

        return config;
    }

    /// <summary>Null when nobody chose. The profile is looked at here, because the SDK takes this setting from the default one whichever a client is given.</summary>
    private static RequestChecksumCalculation? Chosen(AwsOptions options, Func<string, string?> environment)
    {
        if (options.RequestChecksums is { } option)
        {
            return option;
        }

        if (Enum.TryParse<RequestChecksumCalculation>(environment("AWS_REQUEST_CHECKSUM_CALCULATION"), ignoreCase: true, out var variable))
        {
            return variable;
        }

        var name = options.Profile ?? (environment("AWS_PROFILE") is { Length: > 0 } set ? set : "default");
        return new CredentialProfileStoreChain().TryGetProfile(name, out var profile) ? profile.RequestChecksumCalculation : null;
    }
}
