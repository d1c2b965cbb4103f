namespace Fairlead.Components.Tests.Architecture;

/// <summary>A type of an assembly, with everything that is inside of it: nested types, lambdas, state machines.</summary>
internal sealed class CompiledType(TypeUse type)
{
    private readonly HashSet<TypeUse> _uses = [];
    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _files = new(StringComparer.Ordinal);

    public TypeUse Type => type;

    public string FullName => type.FullName;

    /// <summary>The types that it refers to, itself not among them.</summary>
    public IReadOnlyCollection<TypeUse> Uses => _uses;

    /// <summary>
    /// The namespaces that its files import. A constant of another type leaves no other trace: the compiler puts its value where it is used.
    /// </summary>
    public IReadOnlyCollection<string> Imports => _imports;

    /// <summary>The files that it is written in, as they were compiled.</summary>
    public IReadOnlyCollection<string> Files => _files;

    public void Use(TypeUse used)
    {
        if (used != type)
        {
            _uses.Add(used);
        }
    }

    public void Import(string name) => _imports.Add(name);

    public void WrittenIn(string file) => _files.Add(file.Replace('\\', '/'));

    /// <summary>
    /// The folders below a project that it is written in: <c>Services/Ecs</c>, and empty for the project's own. What a generator wrote is in none.
    /// </summary>
    public IReadOnlyList<string> FoldersIn(string project)
    {
        var marker = $"/{project}/";
        return [.. _files
            .Select(x => (File: x, At: x.LastIndexOf(marker, StringComparison.Ordinal)))
            .Where(x => x.At >= 0)
            .Select(x => x.File[(x.At + marker.Length)..])
            .Where(x => !x.StartsWith("obj/", StringComparison.Ordinal))
            .Select(x => x.LastIndexOf('/') is > 0 and var slash ? x[..slash] : "")
            .Distinct()];
    }

    public override string ToString() => FullName;
}
