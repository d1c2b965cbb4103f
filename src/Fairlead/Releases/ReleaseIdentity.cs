namespace Fairlead.Releases;

/// <summary>Which release a content is.</summary>
/// <param name="Release">The release id.</param>
/// <param name="Kind">Whether it serves already, was begun by a run that did not end, or is new.</param>
/// <param name="Current">The current release; null before the first.</param>
public sealed record ReleaseIdentity(ReleaseId Release, ReleaseIdentityKind Kind, CurrentRelease? Current)
{
    /// <summary>Decides from the ledger. Writes nothing: a new id becomes known with <see cref="Ledger.WriteIntentAsync"/>.</summary>
    public static async Task<ReleaseIdentity> ResolveAsync(
        Ledger ledger, ContentDigest content, string? commit, bool isDirty, TimeProvider time, CancellationToken cancellationToken)
    {
        var current = await ledger.ReadCurrentAsync(cancellationToken);
        var intent = current?.Content == content ? null : await ledger.ReadIntentAsync(cancellationToken);
        return await ResolveAsync(ledger, content, current, intent, ReleaseId.Create(time.GetUtcNow(), commit, isDirty), cancellationToken);
    }

    /// <summary>As the other, for whoever has read what the ledger says.</summary>
    internal static async Task<ReleaseIdentity> ResolveAsync(
        Ledger ledger, ContentDigest content, CurrentRelease? current, ReleaseIntent? intent, ReleaseId fresh, CancellationToken cancellationToken)
    {
        var recorded = intent?.Content == content ? await ledger.ReadAsync(intent.Release, cancellationToken) : null;
        var identity = Decide(content, current, intent, recorded, fresh);
        return identity.Kind == ReleaseIdentityKind.New
            ? identity with { Release = await FreeAsync(ledger, identity.Release, cancellationToken) }
            : identity;
    }

    /// <summary>The id, or the first after it under which nothing is recorded: a rollback by hand, or a release that failed, may be of this very second, and
    /// neither is current.</summary>
    public static async Task<ReleaseId> FreeAsync(Ledger ledger, ReleaseId fresh, CancellationToken cancellationToken)
    {
        while (await ledger.ReadEntryAsync(fresh, cancellationToken) is not null)
        {
            fresh = ReleaseId.Create(fresh.Time.AddSeconds(1), fresh.Commit, fresh.IsDirty);
        }

        return fresh;
    }

    /// <param name="content">What is to be released.</param>
    /// <param name="current">The current release.</param>
    /// <param name="intent">The release that was being made.</param>
    /// <param name="recorded">The manifest of the intent's release, if it has one.</param>
    /// <param name="fresh">The id to use if none is known.</param>
    public static ReleaseIdentity Decide(ContentDigest content, CurrentRelease? current, ReleaseIntent? intent, ReleaseManifest? recorded, ReleaseId fresh)
    {
        if (current?.Content == content)
        {
            return new ReleaseIdentity(current.Release, ReleaseIdentityKind.Current, current);
        }

        // An older one is a way back by hand that was interrupted: it has a record, of other revisions than a deploy of its content would make.
        var isWayBack = current is not null && intent is not null && intent.Release.CompareTo(current.Release) < 0;

        // A release that ended without success is over, and its record cannot be changed into a success: the next try is a new release.
        return intent is not null && !isWayBack && intent.Content == content && (recorded is null || recorded.Outcome == OutcomeKind.Succeeded)
            ? new ReleaseIdentity(intent.Release, ReleaseIdentityKind.Resumed, current)
            : new ReleaseIdentity(Later(Later(fresh, current?.Release), intent?.Release), ReleaseIdentityKind.New, current);
    }

    // A clock that is behind, or two releases within a second, must not make the newer release the older one.
    private static ReleaseId Later(ReleaseId fresh, ReleaseId? known)
        => known is not null && fresh.CompareTo(known) <= 0
            ? ReleaseId.Create(known.Time.AddSeconds(1), fresh.Commit, fresh.IsDirty)
            : fresh;
}
