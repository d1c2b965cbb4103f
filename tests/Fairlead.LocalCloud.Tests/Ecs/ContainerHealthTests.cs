using System.Text.Json;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Ecs.Rules;

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
        var (clock, asked, told) = (new TestClock(), 0, new List<string?>());
        var check = new HostHealthCheck(Check, _ => Task.FromResult<bool?>(++asked is 1 or 2), clock);
        await using var watch = new HealthWatch(Check.Interval, check.LookAsync, Launch(told.Add, _ => { }), clock, new TaskCompletionSource().Task);
        for (var i = 0; i < 4; i++)
        {
            await clock.TimersAsync(1);
            asked.ShouldBe(i);
            clock.Advance(10);
        }

        await clock.TimersAsync(1);
        told.ShouldBe(["HEALTHY", "UNHEALTHY"]);
    }

    [Fact]
    public async Task What_cannot_be_noted_is_said_once_and_told_again()
    {
        var (clock, told, said) = (new TestClock(), new List<string?>(), new List<string>());
        var launch = Launch(x => Note(x), said.Add);
        await using var watch = new HealthWatch(Check.Interval, _ => Task.FromResult<string?>("HEALTHY"), launch, clock, new TaskCompletionSource().Task);
        for (var i = 0; i < 3; i++)
        {
            await clock.TimersAsync(1);
            clock.Advance(10);
        }

        await clock.TimersAsync(1);
        told.Count.ShouldBe(3);
        said.ShouldBe(["The container's health could not be asked for or noted, which is tried again: no space left on device"]);

        void Note(string? health)
        {
            told.Add(health);
            if (told.Count < 3)
            {
                throw new IOException("no space left on device");
            }
        }
    }

    [Fact]
    public async Task A_check_that_is_carried_out_when_the_container_is_removed_is_ended_first_and_tells_nothing()
    {
        var (clock, told, isEnded) = (new TestClock(), new List<string?>(), false);
        await using (new HealthWatch(Check.Interval, HangAsync, Launch(told.Add, _ => { }), clock, new TaskCompletionSource().Task))
        {
            await clock.TimersAsync(1);
            clock.Advance(10);
        }

        isEnded.ShouldBe(true);
        told.ShouldBeEmpty();

        async Task<string?> HangAsync(CancellationToken cancellationToken)
        {
            var cancelled = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            await using var registration = cancellationToken.Register(cancelled.SetResult);
            await cancelled.Task;
            isEnded = true;
            return "HEALTHY";
        }
    }

    [Theory]
    [InlineData("""["CMD", "/check", "a"]""", "CMD /check a")]
    [InlineData("""["/healthcheck"]""", "CMD /healthcheck")]
    [InlineData("""["CMD-SHELL", "echo", "z"]""", "CMD-SHELL echo z")]
    [InlineData("""["NONE"]""", null)]
    [InlineData("""["CMD"]""", null)]
    [InlineData("""["CMD-SHELL"]""", null)]
    [InlineData("[]", null)]
    public void A_command_has_a_kind_and_asks_something(string command, string? expected)
    {
        var check = ContainerHealthCheck.Of(EcsHarness.Parse($$"""{ "healthCheck": { "command": {{command}} } }"""));

        (check is null ? null : string.Join(' ', check.Command)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("""["/healthcheck"]""")]
    [InlineData("""["CMD-SHELL", "echo", "z"]""")]
    public void What_ECS_takes_as_a_check_is_taken(string command) => Should.NotThrow(() => Rule<Registration>.Check(
        TaskDefinitionRules.All,
        new Registration(EcsHarness.Parse($$"""
            {
              "family": "a",
              "containerDefinitions": [{ "name": "a", "image": "i", "memory": 128, "healthCheck": { "command": {{command}} } }]
            }
            """))));

    [Fact]
    public void A_container_that_an_earlier_version_noted_is_essential()
        => JsonSerializer.Deserialize(
            """{ "tasks": [{ "id": "1", "arn": "a", "cluster": "c", "taskDefinition": "d", "group": "g", "createdAt": "2026-01-01T00:00:00Z","""
            + """ "containers": [{ "name": "a", "arn": "a", "image": "i" }] }] }""",
            EcsJson.Default.EcsDocument)!.Tasks.Single().Containers.Single().Essential.ShouldBeTrue();

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

    private static ContainerLaunch Launch(Action<string?> health, Action<string> output) => new()
    {
        TaskId = "t1",
        Name = "app",
        Image = new PreparedImage("a", "sha256:1", "/nowhere", new ImageConfig([], [], new Dictionary<string, string>(), "/")),
        Command = ["/app/run"],
        WorkingDirectory = "/",
        Environment = new Dictionary<string, string>(),
        Health = health,
        Output = output,
    };
}
