using System.Text;
using Fairlead.Secrets;

namespace Fairlead.Services;

/// <summary>How to find out which release is served.</summary>
public sealed record ServedVersionOptions
{
    /// <summary>Public address of the health document.</summary>
    public required Uri HealthUrl { get; init; }

    /// <summary>Property of the JSON document that holds the release id.</summary>
    public string ReleaseProperty { get; init; } = "release";

    /// <summary>Number of answers in a row that must name the release: behind a load balancer one may
    /// come from the old copy, and the next from the new.</summary>
    public int Consecutive { get; init; } = 3;

    /// <summary>Time after which the check gives up.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Time between two requests.</summary>
    public TimeSpan Interval { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Time that one request may take.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(10);

    private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
}
