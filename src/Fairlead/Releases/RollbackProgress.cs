namespace Fairlead.Releases;

/// <summary>How far a deploy came before it failed.</summary>
/// <param name="SchemaMigrated">The migration ran and changed the schema.</param>
/// <param name="ServiceChanged">The service was told to run the new revision.</param>
/// <param name="EntryPointsChanged">At least one entry point may be the new release's.</param>
public sealed record RollbackProgress(bool SchemaMigrated, bool ServiceChanged, bool EntryPointsChanged);
