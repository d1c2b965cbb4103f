using Nuke.Common.Tooling;
using Nuke.Common.Utilities;

namespace Nuke.Common.CI.GitHubActions.Configuration;

/// <summary>A workflow file.</summary>
public class GitHubActionsConfiguration : ConfigurationEntity
{
    public string Name { get; set; } = "";
    public GitHubActionsTrigger[] ShortTriggers { get; set; } = [];
    public GitHubActionsDetailedTrigger[] DetailedTriggers { get; set; } = [];
    public (GitHubActionsPermissions Type, string Permission)[] Permissions { get; set; } = [];
    public string? ConcurrencyGroup { get; set; }
    public bool ConcurrencyCancelInProgress { get; set; }
    public GitHubActionsJob[] Jobs { get; set; } = [];

    public override void Write(CustomFileWriter writer)
    {
        writer.WriteLine($"name: {Yaml.Scalar(Name)}");
        writer.WriteLine();
        if (ShortTriggers.Length > 0)
        {
            writer.WriteLine($"on: [{string.Join(", ", ShortTriggers.Select(x => x.GetValue()))}]");
        }
        else
        {
            writer.WriteLine("on:");
            using (writer.Indent())
            {
                foreach (var trigger in DetailedTriggers)
                {
                    trigger.Write(writer);
                }
            }
        }

        if (Permissions.Length > 0)
        {
            writer.WriteLine();
            writer.WriteLine("permissions:");
            using (writer.Indent())
            {
                foreach (var (type, permission) in Permissions)
                {
                    writer.WriteLine($"{type.GetValue()}: {permission}");
                }
            }
        }

        if (!ConcurrencyGroup.IsNullOrWhiteSpace() || ConcurrencyCancelInProgress)
        {
            writer.WriteLine();
            Yaml.WriteConcurrency(writer, ConcurrencyGroup, ConcurrencyCancelInProgress);
        }

        writer.WriteLine();
        writer.WriteLine("jobs:");
        using (writer.Indent())
        {
            foreach (var job in Jobs)
            {
                job.Write(writer);
            }
        }
    }
}
