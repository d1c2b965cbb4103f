namespace Fairlead.Components.Tests.Architecture;

/// <summary>A type has the namespace of its folder.</summary>
internal static class NamespaceRule
{
    /// <summary>What is wrong with the namespace of a type; null when nothing is, and for what a generator wrote.</summary>
    /// <param name="type">The type.</param>
    /// <param name="project">Its project's folder in the repository.</param>
    /// <param name="root">The namespace of that folder.</param>
    public static string? Offence(CompiledType type, string project, string root)
        => type.FoldersIn(project) switch
        {
            [] => null,
            [var folder] when Expected(folder, root) is var expected => expected == type.Type.Namespace
                ? null
                : $"{type} is in {$"{project}/{folder}".TrimEnd('/')}: its namespace would be {expected}",
            var several => $"{type} is in several folders: {string.Join(", ", several)}",
        };

    private static string Expected(string folder, string root) => folder.Length == 0 ? root : $"{root}.{folder.Replace('/', '.')}";
}
