using Nuke.Common.Utilities;

namespace Nuke.Common.ProjectModel;

/// <summary>Asks a project for properties and items as MSBuild evaluates them: with <c>dotnet msbuild</c>, which takes about a second each time.</summary>
public static class ProjectExtensions
{
    /// <summary>null when the property is not set, or empty.</summary>
    /// <exception cref="Exception">The project cannot be evaluated.</exception>
    public static string? GetProperty(this Project project, string propertyName) => ProjectEvaluation.Property(project, propertyName);

    /// <inheritdoc cref="GetProperty"/>
    public static T? GetProperty<T>(this Project project, string propertyName)
        => project.GetProperty(propertyName) is { } value ? ReflectionUtility.Convert<T>(value) : default;

    /// <summary>Also of a project for a single framework; null when it names none.</summary>
    public static IReadOnlyCollection<string>? GetTargetFrameworks(this Project project) => Several(project, "TargetFramework", "TargetFrameworks");

    /// <summary>null when the project names none.</summary>
    public static IReadOnlyCollection<string>? GetRuntimeIdentifiers(this Project project) => Several(project, "RuntimeIdentifier", "RuntimeIdentifiers");

    /// <summary>Such as Exe or Library.</summary>
    public static string? GetOutputType(this Project project) => project.GetProperty("OutputType");

    public static IEnumerable<string> GetItems(this Project project, string itemGroupName)
        => ProjectEvaluation.Items(project, itemGroupName).Select(x => x["Identity"]);

    /// <inheritdoc cref="GetItems"/>
    public static IEnumerable<T> GetItems<T>(this Project project, string itemGroupName)
        => project.GetItems(itemGroupName).Select(x => ReflectionUtility.Convert<T>(x)!); // of a text that is there

    /// <summary>Of each item; empty for one that does not have it.</summary>
    public static IEnumerable<string> GetItemMetadata(this Project project, string itemGroupName, string metadataName)
        => ProjectEvaluation.Items(project, itemGroupName).Select(x => x.GetValueOrDefault(metadataName, ""));

    /// <inheritdoc cref="GetItemMetadata"/>
    public static IEnumerable<T> GetItemMetadata<T>(this Project project, string itemGroupName, string metadataName)
        => project.GetItemMetadata(itemGroupName, metadataName).Select(x => ReflectionUtility.Convert<T>(x)!); // of a text that is there

    /// <summary>null when there is no such item; empty when it does not have the metadata.</summary>
    public static string? GetItemMetadataSingleOrDefault(this Project project, string itemGroupName, string includeName, string metadataName)
        => ProjectEvaluation.Items(project, itemGroupName).SingleOrDefault(x => x["Identity"] == includeName)?.GetValueOrDefault(metadataName, "");

    /// <inheritdoc cref="GetItemMetadataSingleOrDefault"/>
    public static T? GetItemMetadataSingleOrDefault<T>(this Project project, string itemGroupName, string includeName, string metadataName)
        => project.GetItemMetadataSingleOrDefault(itemGroupName, includeName, metadataName) is { } value ? ReflectionUtility.Convert<T>(value) : default;

    public static bool HasPackageReference(this Project project, string packageId)
        => project.GetItems("PackageReference").Contains(packageId, StringComparer.OrdinalIgnoreCase);

    /// <summary>The version in the project or, where it has none, of central package management; null without such a reference.</summary>
    public static string? GetPackageReferenceVersion(this Project project, string packageId)
        => project.GetItemMetadataSingleOrDefault("PackageReference", packageId, "Version") switch
        {
            "" => project.GetItemMetadataSingleOrDefault("PackageVersion", packageId, "Version"),
            var version => version,
        };

    private static string[]? Several(Project project, string one, string many)
        => (project.GetProperty(one) ?? project.GetProperty(many))?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
