namespace Fairlead.Releases;

/// <summary>One thing to do to get back to an earlier release.</summary>
public abstract record RollbackStep
{
    private RollbackStep()
    {
    }

    /// <summary>Run the earlier task definition.</summary>
    public sealed record ServiceBack(string Revision) : RollbackStep
    {
        public override string ToString() => $"Bring the service back to {Revision}.";
    }

    /// <summary>Publish an entry point as the earlier release had it, from its copy in the ledger.</summary>
    public sealed record EntryPointBack(string Path, SiteFile File, ReleaseId Release) : RollbackStep
    {
        public override string ToString() => $"Bring {Path} back to release {Release}.";
    }

    /// <summary>Remove an entry point that the earlier release did not have.</summary>
    public sealed record EntryPointGone(string Path) : RollbackStep
    {
        public override string ToString() => $"Remove {Path}, which the earlier release did not have.";
    }

    /// <summary>Make the edge forget what it cached of the release that failed.</summary>
    public sealed record Invalidate(IReadOnlyList<string> Paths) : RollbackStep
    {
        public override string ToString() => $"Invalidate {string.Join(", ", Paths)}.";
    }

    /// <summary>See that service and site name the earlier release.</summary>
    public sealed record Verify(ReleaseId Release) : RollbackStep
    {
        public override string ToString() => $"Check that release {Release} serves.";
    }
}
