using System.Text.Json;
using Nuke.Common.Execution;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Utilities;

namespace Nuke.Common.ProjectModel;

/// <summary>Evaluates projects: https://learn.microsoft.com/visualstudio/msbuild/evaluate-items-and-properties.</summary>
internal static class ProjectEvaluation
{
    public static string? Property(Project project, string name) => Ask(project, $"-getProperty:{name}").ToNullIfWhiteSpace();

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Items(Project project, string name)
        => ParseItems(Ask(project, $"-getItem:{name}"), name);

    // { "Items": { "PackageReference": [ { "Identity": "xunit", "Version": "2.9.3", "FullPath": "…" } ] } }
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> ParseItems(string json, string name)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.GetProperty("Items").TryGetProperty(name, out var items)
            ? [.. items
                .EnumerateArray()
                .Select(x => x.EnumerateObject()
                    .GroupBy(y => y.Name, StringComparer.OrdinalIgnoreCase)
                    .ToDictionary(y => y.Key, y => y.Last().Value.GetString() ?? "", StringComparer.OrdinalIgnoreCase))]
            : [];
    }

    private static string Ask(Project project, string question)
    {
        using var process = ProcessTasks.StartProcess(
            DotNetTasks.DotNetPath,
            $"msbuild {project.Path.ToString("dn")} -nologo {question}",
            workingDirectory: project.Directory,
            logOutput: false,
            logInvocation: false);
        process.WaitForExit();
        var text = process.Output.Select(x => x.Text).JoinNewLine().Trim();
        return process.ExitCode == 0
            ? text
            : throw new BuildException($"MSBuild cannot evaluate '{project.Path}': {text}", "Correct the project, or the SDK that global.json names.");
    }
}
