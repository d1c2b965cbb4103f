namespace Fairlead.Services;

/// <summary>What deploying a release would change on a service host. Computed without writing anything.</summary>
/// <param name="Release">The release.</param>
public abstract record ServicePlan(ServiceRelease Release)
{
    /// <summary>Whether the service already runs exactly this release, completely rolled out.</summary>
    public abstract bool IsUnchanged { get; }

    /// <summary>The release id that the service says it runs; null if none was ever stamped.</summary>
    public abstract string? CurrentReleaseId { get; }

    /// <summary>The plan in sentences, for the user.</summary>
    public abstract IReadOnlyList<string> Describe();
}
