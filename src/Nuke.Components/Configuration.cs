using System.Diagnostics.CodeAnalysis;
using Nuke.Common.Tooling;

namespace Nuke.Components;

/// <summary>The MSBuild configuration.</summary>
public class Configuration : Enumeration
{
    public static Configuration Debug = new() { Value = nameof(Debug) };
    public static Configuration Release = new() { Value = nameof(Release) };

    [return: NotNullIfNotNull(nameof(configuration))]
    public static implicit operator string?(Configuration? configuration) => configuration?.Value;
}
