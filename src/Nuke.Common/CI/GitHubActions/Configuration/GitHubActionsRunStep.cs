namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Runs the build.</summary>
public class GitHubActionsRunStep : GitHubActionsStep
{
    public string BuildCmdPath { get; set; }
    public string[] InvokedTargets { get; set; } = [];
    public (string Key, string Value)[] Imports { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"- name: 'Run: {string.Join(", ", InvokedTargets)}'");
        using var _ = writer.Indent();
        writer.WriteLine($"run: ./{BuildCmdPath} {string.Join(' ', InvokedTargets)}".TrimEnd());
        if (Imports.Length == 0)
            return;
        writer.WriteLine("env:");
        using var __ = writer.Indent();
        foreach (var (key, value) in Imports)
            writer.WriteLine($"{key}: {value}");
    }
}
