using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Runs the build.</summary>
public class GitHubActionsRunStep : GitHubActionsStep
{
    public string BuildCmdPath { get; set; } = "";
    public string[] InvokedTargets { get; set; } = [];

    /// <summary>Environment variables with their values as YAML.</summary>
    public Dictionary<string, string> Imports { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: {Yaml.Quote($"Run: {InvokedTargets.JoinCommaSpace()}")}");
        using var _ = writer.Indent();
        writer.WriteLine($"run: ./{BuildCmdPath} {InvokedTargets.JoinSpace()}".TrimEnd());
        if (Imports.Count == 0)
        {
            return;
        }

        writer.WriteLine("env:");
        using var __ = writer.Indent();
        foreach (var (key, value) in Imports)
        {
            writer.WriteLine($"{key}: {value}");
        }
    }
}
