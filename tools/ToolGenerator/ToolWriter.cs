using System.Text;

namespace ToolGenerator;

/// <summary>Writes the C# of a tool: its tasks, the options of each command, what changes them, and its enumerations. Pure.</summary>
internal sealed class ToolWriter
{
    private readonly ToolSpecification _tool;
    private readonly StringBuilder _code = new();

    private ToolWriter(ToolSpecification tool) => _tool = tool;

    public static string Write(ToolSpecification tool) => new ToolWriter(tool).Write();

    private string Write()
    {
        Line($"// Written by tools/ToolGenerator from {_tool.Tool}.json. Change that and run: dotnet run --project tools/ToolGenerator");
        Line();
        // What is named *.Generated.cs takes no setting from its project.
        Line("#nullable enable");
        Line();
        Line("using System.ComponentModel;");
        Line("using Nuke.Common.Tooling;");
        Line();
        Line($"namespace Nuke.Common.Tools.{_tool.Tool};");
        WriteTasks();
        foreach (var options in _tool.Bases ?? [])
        {
            WriteOptions(options.Name, "ToolOptions", options.About, attribute: null, options.Options);
        }

        foreach (var command in _tool.Commands)
        {
            var tasks = $"{_tool.Tool}Tasks";
            WriteOptions(
                SettingsOf(command),
                command.Base ?? (command.HasFramework ? "ToolOptions, IToolOptionsWithFramework" : "ToolOptions"),
                $"Options of <c>{$"{_tool.Executable} {command.Arguments}".TrimEnd()}</c>.",
                $"[Command(Type = typeof({tasks}), Command = "
                    + $"nameof({tasks}.{_tool.Tool}{command.Name}){(command.Arguments is null ? "" : $", Arguments = \"{command.Arguments}\"")})]",
                [.. _tool.OptionsOf(command)]);
        }

        foreach (var (name, values) in _tool.Enumerations ?? new Dictionary<string, IReadOnlyList<string>>())
        {
            WriteEnumeration(name, values);
        }

        return _code.ToString();
    }

    private void WriteTasks()
    {
        var tool = _tool.Tool;
        Line();
        Line($"/// <summary>{_tool.About}</summary>");
        if (_tool.Package is null)
        {
            Line("[PathTool(Executable = PathExecutable)]");
            Line($"public partial class {tool}Tasks : ToolTasks, IRequirePathTool");
            Line("{");
            Line($"    public const string PathExecutable = \"{_tool.Executable}\";");
        }
        else
        {
            Line($"[NuGetTool(Id = PackageId{(_tool.PackageExecutable is null ? "" : ", Executable = PackageExecutable")})]");
            Line($"public partial class {tool}Tasks : ToolTasks, IRequireNuGetPackage");
            Line("{");
            Line($"    public const string PackageId = \"{_tool.Package}\";");
            if (_tool.PackageExecutable is not null)
            {
                Line($"    public const string PackageExecutable = \"{_tool.PackageExecutable}\";");
            }
        }

        Line($"    public static string {tool}Path {{ get => new {tool}Tasks().GetToolPathInternal(); set => new {tool}Tasks().SetToolPath(value); }}");
        Line();
        Line("    /// <summary>Runs any command.</summary>");
        Line($"    public static IReadOnlyCollection<Output> {tool}(ArgumentStringHandler arguments, string? workingDirectory = null, "
            + $"IReadOnlyDictionary<string, string>? environmentVariables = null, int? timeout = null, bool? logOutput = null, bool? logInvocation = null, "
                + $"Action<OutputType, string>? logger = null, Func<IProcess, object?>? exitHandler = null) => new {tool}Tasks().Run(arguments, "
                    + $"workingDirectory, environmentVariables, timeout, logOutput, logInvocation, logger, exitHandler);");
        foreach (var command in _tool.Commands)
        {
            var name = $"{tool}{command.Name}";
            var settings = SettingsOf(command);
            Line();
            Line($"    /// <summary>{command.About}</summary>");
            Line($"    public static IReadOnlyCollection<Output> {name}({settings}? options = null) => new {tool}Tasks().Run(options);");
            Line($"    /// <inheritdoc cref=\"{name}({settings})\"/>");
            Line($"    public static IReadOnlyCollection<Output> {name}(Configure<{settings}> configurator) => new "
                + $"{tool}Tasks().Run(configurator.Invoke(new {settings}()));");
            Line($"    /// <inheritdoc cref=\"{name}({settings})\"/>");
            Line($"    public static IEnumerable<({settings} Settings, IReadOnlyCollection<Output> Output)> {name}(CombinatorialConfigure<{settings}> "
                + $"configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) => configurator.Invoke({name}, degreeOfParallelism, "
                    + $"completeOnFailure);");
        }

        Line("}");
    }

    private void WriteOptions(string name, string parent, string about, string? attribute, IReadOnlyList<OptionSpecification> options)
    {
        Line();
        Line($"/// <summary>{about}</summary>");
        if (attribute is not null)
        {
            Line(attribute);
        }

        Line($"public partial class {name} : {parent}");
        Line("{");
        foreach (var option in options)
        {
            Line($"    {(option.Format is null ? "" : $"[Argument({ArgumentOf(option)})] ")}public "
                + $"{(_tool.BaseHas(parent, option.Name) ? "new " : "")}{option.Property} {option.Name} => Get<{option.Value}>();");
        }

        Line("}");
        Line();
        Line($"/// <summary>Changes {(attribute is null ? $"<see cref=\"{name}\"/>" : $"options{about["Options".Length..].TrimEnd('.')}")}.</summary>");
        Line($"public static partial class {name}Extensions");
        Line("{");
        foreach (var option in options)
        {
            foreach (var method in OptionMethods.Of(name, option, option.Delegates is { } group ? _tool.Groups[group] : []))
            {
                Line($"    {method}");
            }
        }

        Line("}");
    }

    private static string ArgumentOf(OptionSpecification option)
    {
        var argument = $"Format = \"{option.Format}\"";
        if (option.Position is { } position)
        {
            argument += $", Position = {position}";
        }

        if (option.Secret)
        {
            argument += ", Secret = true";
        }

        return option.Separator is null ? argument : $"{argument}, Separator = \"{option.Separator}\"";
    }

    private void WriteEnumeration(string name, IReadOnlyList<string> values)
    {
        Line();
        Line($"/// <summary>{string.Join(", ", values)}.</summary>");
        Line($"[TypeConverter(typeof(TypeConverter<{name}>))]");
        Line($"public partial class {name} : Enumeration");
        Line("{");
        foreach (var value in values)
        {
            Line($"    public static {name} {Identifier(value)} = ({name})\"{value}\";");
        }

        Line($"    public static implicit operator {name}(string value) => new() {{ Value = value }};");
        Line("}");
    }

    // symbols.nupkg: symbols_nupkg
    private static string Identifier(string value)
    {
        var name = string.Concat(value.Select(x => char.IsLetterOrDigit(x) ? x : '_'));
        return name is "continue" ? $"{name}_" : char.IsDigit(name[0]) ? $"_{name}" : name;
    }

    private string SettingsOf(CommandSpecification command) => $"{_tool.Tool}{command.Name}Settings";

    private void Line(string text = "") => _code.Append(text).Append('\n');
}
