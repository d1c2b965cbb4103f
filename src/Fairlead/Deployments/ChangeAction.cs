namespace Fairlead.Deployments;

/// <summary>What a step would do to something.</summary>
public enum ChangeAction
{
    Create,
    Update,
    Delete,

    /// <summary>Something runs once: a migration, a check.</summary>
    Run,
}
