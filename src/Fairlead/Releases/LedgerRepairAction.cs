namespace Fairlead.Releases;

/// <summary>One thing to do to mend a ledger.</summary>
public abstract record LedgerRepairAction
{
    private LedgerRepairAction()
    {
    }

    /// <summary>Copy an object to <c>damaged/</c>, and take it away from where it is in the way.</summary>
    public sealed record MoveAside(string Name, string ETag, string Reason) : LedgerRepairAction
    {
        public override string ToString() => $"Move {Name} aside to {LedgerRepair.DamagedFolder}/, because {Reason}.";
    }

    /// <summary>Write which release is current.</summary>
    public sealed record NameCurrent(CurrentRelease Current, string Reason) : LedgerRepairAction
    {
        public override string ToString() => $"Name {Current.Release} as the current release: {Reason}.";
    }

    /// <summary>Put a lock that nobody holds in place of the damaged one, with a higher fencing number than any before.</summary>
    public sealed record ReplaceLock(string ETag, long Fence) : LedgerRepairAction
    {
        public override string ToString() => $"Replace {DeployLock.Name}, which nobody renews any more, by one that nobody holds.";
    }

    /// <summary>Note that nobody knows what was written to the place, so that the next deploy puts everything right.</summary>
    public sealed record NoteInterruption(ReleaseIntent Intent, string Reason) : LedgerRepairAction
    {
        public override string ToString() => $"Note that the place of release {Intent.Release} is to be put right: {Reason}.";
    }

    /// <summary>Keep an entry point again, from where the site serves the same bytes.</summary>
    public sealed record KeepCopy(ReleaseId Release, string Site, string Path, EntryPointCopy Copy) : LedgerRepairAction
    {
        public override string ToString() => $"Keep {Path} of {Site} for release {Release} again, from the site, which serves the same bytes.";
    }
}
