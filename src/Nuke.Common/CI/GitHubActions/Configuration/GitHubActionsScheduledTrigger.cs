using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>Runs at times.</summary>
public class GitHubActionsScheduledTrigger : GitHubActionsDetailedTrigger
{
    public string Cron { get; set; } = "";

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine("schedule:");
        using var _ = writer.Indent();
        writer.WriteLine($"- cron: {Yaml.Quote(Cron)}");
    }
}
