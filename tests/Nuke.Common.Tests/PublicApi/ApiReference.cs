namespace Nuke.Common.Tests.PublicApi;

/// <summary>The checked-in list of what NUKE 10.1 has.</summary>
internal sealed class ApiReference
{
    private readonly HashSet<string> _signatures;

    private ApiReference(IEnumerable<string> lines)
    {
        Lines = [.. lines.Select(ApiLine.Parse)];
        _signatures = [.. Lines.SelectMany(x => x.Signatures)];
    }

    public IReadOnlyList<ApiLine> Lines { get; }

    public static ApiReference Read() => new(ReadLines("reference.txt"));

    public static IEnumerable<string> ReadLines(string file) => File.ReadLines(PathOf(file)).Where(x => x.Length > 0 && x[0] != '#');

    public static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "PublicApi", file);

    public bool Lists(ApiSignature signature) => _signatures.Contains(signature.Line);

    /// <summary>The lines that the surface does not have, or not whole. A type that it does not have at all is one line, <c>TYPE: *</c>.</summary>
    public IReadOnlyList<string> MissingFrom(IReadOnlyCollection<ApiSignature> surface)
    {
        var present = surface.Select(x => x.Line).ToHashSet();
        var types = surface.Select(x => x.Type).ToHashSet();
        return [.. Lines
            .Where(x => !x.Signatures.All(present.Contains))
            .Select(x => types.Contains(x.Type) ? x.Text : $"{x.Type}: *")
            .Distinct()];
    }
}
