namespace Fairlead.LocalCloud.Ssm;

/// <summary>A version of a parameter that a reader asked for.</summary>
/// <param name="Name">The parameter's.</param>
/// <param name="Version">The version.</param>
/// <param name="Selector">The version or label by which it was asked for; null without.</param>
internal sealed record FoundParameter(string Name, ParameterVersion Version, string? Selector = null);
