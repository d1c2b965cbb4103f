using Fairlead.LocalCloud.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class ContainerHealthTests
{
    private static readonly ContainerHealthCheck Check =
        new(["CMD", "check"], TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(2), Retries: 2, StartPeriod: TimeSpan.FromSeconds(30));

    /// <summary>The ends of checks, 10 seconds apart (+ passed, - failed), and the health after each.</summary>
    [Theory]
    [InlineData("+", "H")]
    [InlineData("--", "??")]
    [InlineData("----", "???U")]
    [InlineData("+--", "HHU")]
    [InlineData("+-+-", "HHHH")]
    [InlineData("----+", "???UH")]
    public void Failures_in_a_row_make_a_container_unhealthy_and_none_counts_in_the_start_period(string checks, string expected)
    {
        var (health, seen) = (new ContainerHealth(), "");
        for (var i = 0; i < checks.Length; i++)
        {
            health = health.After(Check, checks[i] == '+', TimeSpan.FromSeconds(10 * (i + 1)));
            seen += health.Status switch { "HEALTHY" => "H", "UNHEALTHY" => "U", _ => "?" };
        }

        seen.ShouldBe(expected);
    }

    [Fact]
    public async Task A_check_is_asked_after_each_interval_and_only_changes_are_told()
    {
        var (clock, asked, told) = (new TestClock(), 0, new List<string>());
        using var ended = new CancellationTokenSource();
        var watching = HostHealthCheck.RunAsync(Check, _ => Task.FromResult(++asked is 1 or 2), told.Add, clock, ended.Token);
        for (var i = 0; i < 4; i++)
        {
            await clock.TimersAsync(1);
            asked.ShouldBe(i);
            clock.Advance(10);
        }

        await clock.TimersAsync(1);
        told.ShouldBe(["HEALTHY", "UNHEALTHY"]);
        await ended.CancelAsync();
        await watching;
    }

    [Theory]
    [InlineData("curl -f http://localhost:8080/health || exit 1", "curl -f http://127.0.0.1:4711/health || exit 1")]
    [InlineData("http://localhost/", "http://127.0.0.1:4712/")]
    [InlineData("nc -z 127.0.0.1:8080", "nc -z 127.0.0.1:4711")]
    [InlineData("http://localhost:9090/", "http://localhost:9090/")]
    [InlineData("ping localhost", "ping localhost")]
    [InlineData("http://mylocalhost:8080/", "http://mylocalhost:8080/")]
    public void A_command_asks_the_port_that_the_process_was_given(string command, string expected)
        => HostHealthCheck.WithPorts(command, new Dictionary<int, int> { [8080] = 4711, [80] = 4712 }).ShouldBe(expected);

    /// <summary>Essential containers in capitals; without a letter there is no check.</summary>
    [Theory]
    [InlineData("H", "HEALTHY", true)]
    [InlineData("HH", "HEALTHY", true)]
    [InlineData("HU", "UNHEALTHY", false)]
    [InlineData("H?", "UNKNOWN", false)]
    [InlineData("U?", "UNHEALTHY", false)]
    [InlineData("Hu", "HEALTHY", true)]
    [InlineData("H-", "UNKNOWN", true)]
    [InlineData("-", "UNKNOWN", null)]
    [InlineData("-h", "UNKNOWN", null)]
    public void The_health_of_a_task_is_that_of_its_essential_containers(string containers, string status, bool? isHealthy)
    {
        var task = new TaskRecord { Id = "1", Arn = "a", Cluster = "c", TaskDefinition = "d", Group = "g", CreatedAt = default };
        task.Containers.AddRange(containers.Select(x => new ContainerRecord
        {
            Name = "a",
            Arn = "a",
            Image = "a",
            Essential = !char.IsLower(x),
            HealthStatus = char.ToUpperInvariant(x) switch { 'H' => "HEALTHY", 'U' => "UNHEALTHY", '?' => "UNKNOWN", _ => null },
        }));

        HealthStatus.Of(task).ShouldBe(status);
        HealthStatus.IsHealthy(task).ShouldBe(isHealthy);
    }
}
