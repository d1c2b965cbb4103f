using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Infrastructure;

/// <summary>A site of a stack.</summary>
/// <param name="Name">Its name, as the build has it: <c>web</c>.</param>
/// <param name="Bucket">Bucket that holds the static site, and nothing else.</param>
public sealed record StackSite(string Name, string Bucket)
{
    /// <summary>Id of the CloudFront distribution in front of the site; null when nothing is cached in front of it.</summary>
    public string? DistributionId { get; init; }

    /// <summary>Public URL of the site, without a trailing slash; null for one that is reached at the application's.</summary>
    public Uri? Url { get; init; }

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
