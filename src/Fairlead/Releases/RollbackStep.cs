namespace Fairlead.Releases;

/// <summary>One thing to do to get back to an earlier release.</summary>
public abstract record RollbackStep
{
    private RollbackStep()
    {
    }

    /// <summary>Publish an entry point as the earlier release had it, from its copy in the ledger.</summary>
    public sealed record EntryPointBack(string Site, string Path, SiteFile File, ReleaseId Release) : RollbackStep
    {
        /// <summary>What the site was called when the copy was made.</summary>
        public string CopiedAs { get; init; } = Site;

        public override string ToString() => $"Bring {Path} of {Site} back to release {Release}.";
    }

    /// <summary>Remove an entry point that the earlier release did not have.</summary>
    public sealed record EntryPointGone(string Site, string Path) : RollbackStep
    {
        public override string ToString() => $"Remove {Path} of {Site}, which the earlier release did not have.";
    }

    /// <summary>Make the edge forget what it cached of the release that failed.</summary>
    public sealed record Invalidate(string Site, IReadOnlyList<string> Keys) : RollbackStep
    {
        /// <summary>Whether it has to forget everything: a run was interrupted, and nobody knows what it wrote.</summary>
        public bool IsOfEverything { get; init; }

        public override string ToString() => $"Make the edge of {Site} forget {(IsOfEverything ? "everything" : string.Join(", ", Keys))}.";

        public bool Equals(Invalidate? other) => other is not null && Site == other.Site && Keys.SequenceEqual(other.Keys);

        public override int GetHashCode() => HashCode.Combine(Site, Keys.Count);
    }

    /// <summary>Run what the service ran in the earlier release.</summary>
    public sealed record ServiceBack(string Service, string Revision) : RollbackStep
    {
        public override string ToString() => $"Bring {Service} back to {Revision}.";
    }

    /// <summary>See that services and sites name the earlier release.</summary>
    public sealed record Verify(ReleaseId Release) : RollbackStep
    {
        public override string ToString() => $"Check that release {Release} serves.";
    }
}
