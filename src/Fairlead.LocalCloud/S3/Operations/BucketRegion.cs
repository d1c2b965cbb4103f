using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.S3.Operations;

/// <summary>Where CreateBucket makes a bucket: https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html</summary>
internal static partial class BucketRegion
{
    private const string UsEast1 = "us-east-1";

    /// <param name="constraint">LocationConstraint of the request; null or empty for none.</param>
    /// <param name="signed">The region whose endpoint the client means: that which it signs for. Null, or a name that is no region's, for none.</param>
    /// <param name="own">The region of this cloud.</param>
    /// <exception cref="AwsServiceException">The endpoint of a region makes buckets of that region, which has to be named; that of us-east-1 those of all
    /// others, and its own without a name.</exception>
    public static string Of(string? constraint, string? signed, string own)
    {
        var endpoint = signed is not null && Region().IsMatch(signed) ? signed : own;
        if (string.IsNullOrEmpty(constraint))
        {
            return endpoint == UsEast1 ? endpoint : throw Illegal("unspecified");
        }

        var region = constraint == "EU" ? "eu-west-1" : constraint;
        if (region == UsEast1 || !Region().IsMatch(region))
        {
            throw region == UsEast1 && endpoint != UsEast1
                ? Illegal(constraint)
                : new AwsServiceException("InvalidLocationConstraint", "The specified location-constraint is not valid");
        }

        return endpoint == UsEast1 || endpoint == region ? region : throw Illegal(constraint);
    }

    private static AwsServiceException Illegal(string constraint)
        => new(
            "IllegalLocationConstraintException",
            $"The {constraint} location constraint is incompatible for the region specific endpoint this request was sent to.");

    [GeneratedRegex("^(af|ap|ca|cn|eu|il|me|mx|sa|us|us-gov)-(central|(north|south)(east|west)?|east|west)-[1-9]$")]
    private static partial Regex Region();
}
