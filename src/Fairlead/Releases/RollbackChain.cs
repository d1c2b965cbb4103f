namespace Fairlead.Releases;

/// <summary>Which releases a rollback tries that names none: those that were current before, the newest first.</summary>
internal static class RollbackChain
{
    /// <summary>The release to try after another; null when there is none. Always an older one, so that the chain ends.</summary>
    /// <param name="tried">The release before it in the chain.</param>
    /// <param name="manifest">Its manifest; null when that is lost or damaged.</param>
    /// <param name="recorded">Every release that is recorded, in any order: where a manifest is lost, the newest older one goes on.</param>
    public static ReleaseId? After(ReleaseId tried, ReleaseManifest? manifest, IEnumerable<ReleaseId> recorded)
    {
        var next = manifest is null
            ? recorded.Where(x => x.CompareTo(tried) < 0).Max()

            // What a rollback by hand recorded brought another one back, which was the current one then.
            : manifest.Restores ?? manifest.PreviousRelease;
        return next?.CompareTo(tried) < 0 ? next : null;
    }

    /// <summary>The release that a rollback takes first after a run that did not end; null when the chain of the current one is all.</summary>
    /// <param name="current">The current release.</param>
    /// <param name="interrupted">The release that the run had begun; null when none was.</param>
    public static ReleaseId? First(ReleaseManifest current, ReleaseId? interrupted)
        => interrupted is null ? null

            // No deploy makes a release that is older than the current one: a way back did not end, and is gone on with.
            : interrupted.CompareTo(current.Release) < 0 ? interrupted

            // A run that did not end is what serves or half serves: the last release that was seen to serve is the current one.
            : WasSeenAsFarAsCanBe(current) ? current.Release
            : null;

    /// <summary>Where nobody can ask anything, what the host says is all that there is to see.</summary>
    public static bool WasSeenAsFarAsCanBe(ReleaseManifest release) => release.Verified || release.Where.PublicUrl is null;
}
