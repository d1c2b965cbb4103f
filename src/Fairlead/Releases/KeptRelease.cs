namespace Fairlead.Releases;

/// <summary>A release that stays restorable, or serves.</summary>
/// <param name="Release">The release.</param>
/// <param name="Reason">Why it is kept, in a word or two: <c>current</c>, <c>verified</c>.</param>
public sealed record KeptRelease(ReleaseId Release, string Reason);
