using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Makes a container's health of its checks, where no engine does it.</summary>
/// <param name="check">Its limits.</param>
/// <param name="ask">Carries the check out, within its timeout: whether it passed; null when this machine cannot carry it out.</param>
/// <param name="clock">The time; the container has just started.</param>
internal sealed partial class HostHealthCheck(ContainerHealthCheck check, Func<CancellationToken, Task<bool?>> ask, TimeProvider clock)
{
    private const int HttpPort = 80;

    private readonly long _started = clock.GetTimestamp();
    private ContainerHealth _health = new();

    /// <summary>Asks once.</summary>
    /// <returns>One of <see cref="HealthStatus"/>; null when this machine cannot carry the check out, which counts neither as passed nor as failed.</returns>
    public async Task<string?> LookAsync(CancellationToken cancellationToken)
    {
        var age = clock.GetElapsedTime(_started);
        if (await ask(cancellationToken) is not { } passed)
        {
            return null;
        }

        _health = _health.After(check, passed, age);
        return _health.Status;
    }

    /// <summary>A command that asks the container's own port asks the one that the process was given instead: <c>http://localhost:8080/</c>.</summary>
    public static string WithPorts(string argument, IReadOnlyDictionary<int, int> ports) => LoopbackPort().Replace(argument, x =>
    {
        var isGiven = x.Groups["port"].Success;
        var port = isGiven && int.TryParse(x.Groups["port"].ValueSpan, CultureInfo.InvariantCulture, out var given) ? given : HttpPort;
        return ports.TryGetValue(port, out var own) && (isGiven || x.Groups["scheme"].Success) ? $"{x.Groups["scheme"].Value}127.0.0.1:{own}" : x.Value;
    });

    [GeneratedRegex(@"(?<![\w.])(?<scheme>http://)?(localhost|127\.0\.0\.1|0\.0\.0\.0|\[::1\])(:(?<port>\d{1,5}))?(?![\w.:])")]
    private static partial Regex LoopbackPort();
}
