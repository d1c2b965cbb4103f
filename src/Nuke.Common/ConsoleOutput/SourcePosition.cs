using System.Globalization;

namespace Nuke.Common.ConsoleOutput;

/// <summary>Where in the sources an error or a warning of a compiler is.</summary>
/// <param name="File">Relative to the root of the repository, with slashes.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record SourcePosition(string File, int Line, int Column)
{
    /// <summary>
    /// Reads what MSBuild, the .NET compilers and TypeScript write; null for anything else and for files outside of the root:
    /// <c>/src/Shop/Basket.cs(3,5): error CS0029: Cannot convert … [/src/Shop/Shop.csproj]</c>.
    /// </summary>
    public static SourcePosition? Find(string text, string? root)
    {
        var end = text.IndexOf("): error ", StringComparison.Ordinal);
        if (end < 0)
        {
            end = text.IndexOf("): warning ", StringComparison.Ordinal);
        }

        var start = end < 0 ? -1 : text.LastIndexOf('(', end);
        if (start <= 0)
        {
            return null;
        }

        var position = text[(start + 1)..end].Split(',');
        if (!TryNumber(position[0], out var line) || !TryNumber(position.ElementAtOrDefault(1) ?? "1", out var column))
        {
            return null;
        }

        var file = text[..start].Trim();
        if (Path.IsPathRooted(file))
        {
            file = root is null ? ".." : Path.GetRelativePath(root, file);
        }

        file = file.Replace('\\', '/');
        return file.StartsWith("../", StringComparison.Ordinal) || file == ".." || file.Contains('\n') ? null : new SourcePosition(file, line, column);
    }

    private static bool TryNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
