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

    /// <summary>That of a container definition, defaults filled in; null when it has none, or one that asks nothing.</summary>
    public static ContainerHealthCheck? Of(JsonObject container) => container.Structure("healthCheck") is { } check && CommandOf(check) is { } command
        ? new ContainerHealthCheck(
            command,
            TimeSpan.FromSeconds(check.Number("interval") ?? 30),
            TimeSpan.FromSeconds(check.Number("timeout") ?? 5),
            check.Number("retries") ?? 3,
            TimeSpan.FromSeconds(check.Number("startPeriod") ?? 0))
        : null;

    /// <summary>The command of a health check, which always begins with its kind: one without is a program with its arguments. What follows the line for
    /// the shell are the shell's arguments.</summary>
    /// <returns>Null when nothing is asked; Docker's <c>NONE</c> says so.</returns>
    public static IReadOnlyList<string>? CommandOf(JsonObject check) => check.Texts("command") switch
    {
        [] or [Program or Shell] or ["NONE", ..] => null,
        [Program or Shell, ..] command => command,
        var command => [Program, .. command],
    };
}
