using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Verification;

public sealed record SmokeOptions
{
    /// <summary>Where visitors go.</summary>
    public required Uri PublicUrl { get; init; }

    /// <summary>The release that must be served.</summary>
    public required string ReleaseId { get; init; }

    /// <summary>Checks that write run as well: for a deploy that changed something.</summary>
    public bool IncludeWrites { get; init; }

    /// <summary>How long, from the start of the run, checks that may lag are tried again.</summary>
    public TimeSpan LagLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For one response, body included.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
