using System.Text.Json;

namespace ToolGenerator;

/// <summary>One tool, as <c>TOOL.json</c> describes it.</summary>
/// <param name="Tool">What the names of its types begin with.</param>
/// <param name="Executable">Its name on PATH, or in the package.</param>
/// <param name="Package">The id of the NuGet package that has it; none for a tool on PATH.</param>
/// <param name="PackageExecutable">Its file in the package; none for a tool whose tasks know better.</param>
/// <param name="About">One sentence.</param>
/// <param name="Bases">Classes of options that commands share.</param>
/// <param name="Groups">Options that commands repeat.</param>
/// <param name="Commands">Its commands.</param>
/// <param name="Enumerations">Types of options, with their values.</param>
internal sealed record ToolSpecification(
    string Tool,
    string Executable,
    string? Package,
    string? PackageExecutable,
    string About,
    IReadOnlyList<BaseSpecification>? Bases,
    IReadOnlyDictionary<string, IReadOnlyList<OptionSpecification>> Groups,
    IReadOnlyList<CommandSpecification> Commands,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Enumerations)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNameCaseInsensitive = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static ToolSpecification Read(string file)
    {
        using var stream = File.OpenRead(file);
        return JsonSerializer.Deserialize<ToolSpecification>(stream, Options)
            ?? throw new InvalidDataException($"{file} holds no specification but null. Describe the tool in it, or delete it.");
    }

    /// <summary>The options of a command: its own, then those of its groups that it has not itself.</summary>
    public IEnumerable<OptionSpecification> OptionsOf(CommandSpecification command)
        => (command.Options ?? []).Concat((command.Groups ?? []).SelectMany(x => Groups[x])).DistinctBy(x => x.Name);

    /// <summary>Whether a class of options, or none, has an option of that name.</summary>
    public bool BaseHas(string name, string option) => Bases?.FirstOrDefault(x => x.Name == name)?.Options.Any(x => x.Name == option) ?? false;
}
