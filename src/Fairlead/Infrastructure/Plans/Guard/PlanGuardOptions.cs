namespace Fairlead.Infrastructure.Plans.Guard;

/// <summary>What a user sets for the guard.</summary>
public sealed record PlanGuardOptions
{
    /// <summary>
    /// Exact addresses, index included, that may be destroyed or replaced although they hold data (<c>--allow-destroy</c>). A module's address allows
    /// nothing in it.
    /// </summary>
    public IReadOnlyList<string> AllowDestroy { get; init; } = [];

    /// <summary>Exact addresses that hold data although their type need not: an instance that keeps
    /// files of its own, as Vault's or Jenkins' host does.</summary>
    public IReadOnlyList<string> HoldsData { get; init; } = [];
}
