using System.Globalization;
using System.Text.RegularExpressions;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Asks again and again whether a container is healthy, where no engine does it.</summary>
internal static partial class HostHealthCheck
{
    private const int HttpPort = 80;

    /// <summary>Ends when the container has.</summary>
    /// <param name="check">What is asked, and how often.</param>
    /// <param name="ask">Carries the check out, within its timeout.</param>
    /// <param name="tell">Told of the health whenever it changes.</param>
    /// <param name="clock">The time.</param>
    /// <param name="ended">Cancelled when the container has ended.</param>
    public static async Task RunAsync(
        ContainerHealthCheck check,
        Func<CancellationToken, Task<bool>> ask,
        Action<string> tell,
        TimeProvider clock,
        CancellationToken ended)
    {
        var (health, started) = (new ContainerHealth(), clock.GetTimestamp());
        try
        {
            while (true)
            {
                await Task.Delay(check.Interval, clock, ended);
                var age = clock.GetElapsedTime(started);
                var passed = await ask(ended);
                ended.ThrowIfCancellationRequested();
                var next = health.After(check, passed, age);
                if (next.Status != health.Status)
                {
                    tell(next.Status);
                }

                health = next;
            }
        }
        catch (OperationCanceledException) when (ended.IsCancellationRequested)
        {
        }
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
