using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A job of a workflow: one runner image.</summary>
public class GitHubActionsJob : ConfigurationEntity
{
    public string Name { get; set; } = "";
    public GitHubActionsImage Image { get; set; }

    /// <summary>0: the server's own limit.</summary>
    public int TimeoutMinutes { get; set; }
    public string? EnvironmentName { get; set; }
    public string? EnvironmentUrl { get; set; }
    public string? ConcurrencyGroup { get; set; }
    public bool ConcurrencyCancelInProgress { get; set; }
    public GitHubActionsStep[] Steps { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"{Name}:");
        using var _ = writer.Indent();
        writer.WriteLine($"name: {Name}");
        writer.WriteLine($"runs-on: {Image.GetValue()}");
        if (TimeoutMinutes > 0)
        {
            writer.WriteLine($"timeout-minutes: {TimeoutMinutes}");
        }

        if (!ConcurrencyGroup.IsNullOrWhiteSpace() || ConcurrencyCancelInProgress)
        {
            Yaml.WriteConcurrency(writer, ConcurrencyGroup, ConcurrencyCancelInProgress);
        }

        WriteEnvironment(writer);
        writer.WriteLine("steps:");
        using (writer.Indent())
        {
            foreach (var step in Steps)
            {
                step.Write(writer);
            }
        }
    }

    private void WriteEnvironment(CustomFileWriter writer)
    {
        if (EnvironmentName.IsNullOrWhiteSpace())
        {
            return;
        }

        if (EnvironmentUrl.IsNullOrWhiteSpace())
        {
            writer.WriteLine($"environment: {Yaml.Scalar(EnvironmentName)}");
            return;
        }

        writer.WriteLine("environment:");
        using (writer.Indent())
        {
            writer.WriteLine($"name: {Yaml.Scalar(EnvironmentName)}");
            writer.WriteLine($"url: {Yaml.Scalar(EnvironmentUrl)}");
        }
    }
}
