namespace Fairlead.Secrets.Children;

/// <summary>What a run knows of its own secrets, beside the credentials that everybody knows by name.</summary>
public sealed record ChildSecrets
{
    /// <summary>Of a program that has no secrets of its own.</summary>
    public static ChildSecrets None { get; } = new();

    /// <summary>Names of the parameters whose values are secret, as they are declared: <c>NuGetApiKey</c>.</summary>
    public IReadOnlyCollection<string> Parameters { get; init; } = [];

    /// <summary>Values that are secret, wherever they came from.</summary>
    public IReadOnlyCollection<string> Values { get; init; } = [];

    /// <summary>What the build names for a tool.</summary>
    public IReadOnlyCollection<PassedVariable> Passed { get; init; } = [];
}
