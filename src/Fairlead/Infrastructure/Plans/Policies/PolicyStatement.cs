namespace Fairlead.Infrastructure.Plans.Policies;

/// <summary>One statement of a policy document, as far as it is known.</summary>
internal sealed record PolicyStatement
{
    public required string Name { get; init; }

    public required bool Allows { get; init; }

    public required IReadOnlyList<string> Actions { get; init; }

    public required bool HasNotAction { get; init; }

    public required IReadOnlyList<string> Resources { get; init; }

    /// <summary>Condition key in lower case, operator, and the values it is compared with.</summary>
    public required IReadOnlyList<(string Key, string Operator, IReadOnlyList<string> Values)> Conditions { get; init; }

    /// <summary>True in the policy of a resource or of a role's trust, false in the policy of an identity.</summary>
    public required bool HasPrincipal { get; init; }

    /// <summary>True when everybody is meant: <c>"*"</c>, or <c>{"AWS": "*"}</c>.</summary>
    public required bool IsForEverybody { get; init; }

    public required IReadOnlyList<string> Federated { get; init; }

    public bool HasCondition => Conditions.Count > 0;
}
