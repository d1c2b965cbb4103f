using Fairlead.Deployments;
using Fairlead.Infrastructure;
using Fairlead.Secrets;
using Serilog;

namespace Fairlead.Components.Terraform;

/// <summary>The stack outputs, for a person.</summary>
internal static class StackReport
{
    public static void Tell(Place? place, string absence)
    {
        if (place is null)
        {
            Log.Information("{Absence:l}", absence);
            return;
        }

        Log.Information("{Place:l}", place.Description);
        foreach (var (name, value) in Lines(place.Outputs))
        {
            Log.Information("{Name:l} {Value:l}", $"{name,-18}", value);
        }
    }

    /// <summary>Under the names that the stack gives them; what a stack does not have is left out, and of several parts each line names its own.</summary>
    internal static IEnumerable<(string Name, string Value)> Lines(StackOutputs outputs)
    {
        List<(string Name, string? Value)> lines =
        [
            ("stack", outputs.Stack),
            ("region", outputs.Region),
            ("public_url", outputs.PublicUrl?.Shown().TrimEnd('/')),
            ("ledger_bucket", outputs.LedgerBucket),
            ("ledger_prefix", outputs.LedgerPrefix),
        ];
        foreach (var site in outputs.Sites)
        {
            lines.AddRange(Of(outputs.Sites.Count > 1 ? $"{site.Name}." : "",
            [
                ("site_bucket", site.Bucket),
                ("distribution_id", site.DistributionId),
                ("site_url", site.Url?.Shown().TrimEnd('/')),
            ]));
        }

        foreach (var service in outputs.Services)
        {
            lines.AddRange(Of(outputs.Services.Count > 1 ? $"{service.Name}." : "",
            [
                ("health_check_path", service.HealthCheckPath),
                ("service_url", service.Url?.Shown().TrimEnd('/')),
                ("log_group", service.LogGroup),
                ("repository_name", service.RepositoryName),
                ("repository_uri", service.RepositoryUri),
                ("database_instance", service.DatabaseInstance),
                ("service_host", service.Host.Host),
                .. service.Host.Fields,
            ]));
        }

        return lines.Where(x => x.Value is not null).Select(x => (x.Name, x.Value!));
    }

    private static IEnumerable<(string Name, string? Value)> Of(string prefix, IEnumerable<(string Name, string? Value)> lines)
        => lines.Select(x => (prefix + x.Name, x.Value));
}
