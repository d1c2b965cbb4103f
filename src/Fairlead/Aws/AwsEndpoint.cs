namespace Fairlead.Aws;

/// <summary>Tells AWS's own endpoints from what answers in its place.</summary>
public static class AwsEndpoint
{
    // https://docs.aws.amazon.com/general/latest/gr/rande.html
    private static readonly string[] Domains = [".amazonaws.com", ".amazonaws.com.cn", ".api.aws"];

    /// <summary>AWS's own may be named, too: those of a VPC, of FIPS or of dual stack.</summary>
    public static bool IsAmazons(Uri url) => Domains.Any(x => url.Host.EndsWith(x, StringComparison.OrdinalIgnoreCase));
}
