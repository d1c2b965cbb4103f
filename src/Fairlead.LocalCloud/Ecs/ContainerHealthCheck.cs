using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The health check of a container: https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html.</summary>
/// <param name="Command"><c>CMD</c> and a program with its arguments, or <c>CMD-SHELL</c> and a line for the shell.</param>
/// <param name="Interval">From the end of a check to the next, and from the start to the first.</param>
/// <param name="Timeout">A check that takes longer has failed.</param>
/// <param name="Retries">Failures in a row that make the container unhealthy.</param>
/// <param name="StartPeriod">Failures in it do not count, unless a check has passed before.</param>
internal sealed record ContainerHealthCheck(IReadOnlyList<string> Command, TimeSpan Interval, TimeSpan Timeout, int Retries, TimeSpan StartPeriod)
{
    public const string Shell = "CMD-SHELL";

    public const string Program = "CMD";

    /// <summary>That of a container definition, defaults filled in; null when it has none.</summary>
    public static ContainerHealthCheck? Of(JsonObject container) => container.Structure("healthCheck") is not { } check
        ? null
        : new ContainerHealthCheck(
            check.Texts("command"),
            TimeSpan.FromSeconds(check.Number("interval") ?? 30),
            TimeSpan.FromSeconds(check.Number("timeout") ?? 5),
            check.Number("retries") ?? 3,
            TimeSpan.FromSeconds(check.Number("startPeriod") ?? 0));
}
