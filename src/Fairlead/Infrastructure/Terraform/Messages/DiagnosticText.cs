using System.Text.RegularExpressions;

namespace Fairlead.Infrastructure.Terraform.Messages;

/// <summary>
/// Diagnostics that terraform writes for people: of commands that know no <c>-json</c>, and of everything that goes wrong before a command reads its
/// arguments.
/// </summary>
internal static partial class DiagnosticText
{
    // ╷
    // │ Error: Failed to read variables file
    // │ 
    // │   on main.tf line 3, in terraform:
    // │    3:   required_version = ">= 9"
    // │ 
    // │ Given variables file nosuch.tfvars does not exist.
    // ╵
    // Without a terminal's width the frame is still drawn; `Error: …` without one comes from the oldest code paths.
    public static IEnumerable<TerraformDiagnostic> Parse(string text)
    {
        List<string>? lines = null;
        var inFrame = false;
        foreach (var line in Plain(text).Split('\n').Select(x => x.Trim()))
        {
            // Inside of a frame only its first line is a header: what a library said may begin with "Error:", too.
            var content = line.StartsWith('│') ? line[1..].Trim() : line;
            var isHeader = content.StartsWith("Error: ", StringComparison.Ordinal) || content.StartsWith("Warning: ", StringComparison.Ordinal);
            if (line.StartsWith('╷') || line.StartsWith('╵') || (isHeader && !inFrame))
            {
                if (lines is { Count: > 0 })
                {
                    yield return Read(lines);
                }

                lines = line.StartsWith('╵') ? null : [];
                inFrame = line.StartsWith('╷');
            }

            if (line.Length > 0 && line[0] is not ('╷' or '╵'))
            {
                lines?.Add(content);
            }
        }

        if (lines is { Count: > 0 })
        {
            yield return Read(lines);
        }
    }

    /// <summary>Without colours.</summary>
    public static string Plain(string text) => Escapes().Replace(text, "").Replace("\r", "", StringComparison.Ordinal);

    private static TerraformDiagnostic Read(List<string> lines)
    {
        var (kind, summary) = lines[0].Split(": ", 2) is [var x, var y] ? (x, y) : (lines[0], "");
        var place = lines.Skip(1).Select(x => Place().Match(x)).FirstOrDefault(x => x.Success);
        var address = lines.Skip(1).Select(x => With().Match(x)).FirstOrDefault(x => x.Success);
        var detail = lines.Skip(1).Where(x => !Place().IsMatch(x) && !With().IsMatch(x) && !Source().IsMatch(x));
        return new TerraformDiagnostic(
            kind == "Error",
            summary,
            string.Join('\n', detail).Trim(),
            address?.Groups["address"].Value,
            place?.Groups["file"].Value,
            place is null ? 0 : int.Parse(place.Groups["line"].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Escapes();

    [GeneratedRegex(@"^on (?<file>\S+) line (?<line>[0-9]{1,9})(,|:|$)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^with (?<address>[^ ,]+),$")]
    private static partial Regex With();

    [GeneratedRegex(@"^([0-9]+: |├|│ )")]
    private static partial Regex Source();
}
