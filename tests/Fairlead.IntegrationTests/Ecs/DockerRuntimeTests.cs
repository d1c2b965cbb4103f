using System.Text.Json;
using Fairlead.Infrastructure.LocalCloud;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Ecs;

/// <summary>Tasks in a real Docker Engine.</summary>
[Trait("Category", "Integration")]
public sealed class DockerRuntimeTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    [DockerFact("aws", "skopeo", "busybox", "docker")]
    public async Task A_container_has_its_settings_its_volume_and_a_port_on_loopback_and_ends_on_SIGTERM()
    {
        const string script = """
            trap 'echo bye; exit 5' TERM
            echo "$GREETING $(/bin/busybox id -u) $(pwd) $1"
            echo kept > /data/file
            (cd /app/www; echo up > index.html; /bin/busybox httpd -f -p 8080 -h .) &
            while :; do /bin/busybox sleep 0.1; done
            """;
        var image = await cloud.PushAsync(BusyboxImage.Write(Path.Combine(cloud.Folder, "settings"), script.ReplaceLineEndings("\n")), "settings", "1");
        var volume = Path.Combine(cloud.Folder, "volume");
        await cloud.AwsAsync("logs", "create-log-group", "--log-group-name", "/settings");
        await cloud.AwsAsync("ecs", "create-cluster", "--cluster-name", "settings");
        await cloud.AwsAsync("ecs", "register-task-definition", "--family", "settings",
            "--container-definitions",
                $$"""[{"name":"app","image":"{{image}}","memory":128,"user":"0","stopTimeout":20,"command":["told"],"portMappings":[{"containerPort":8080}]"""
                    + $$""","mountPoints":[{"sourceVolume":"data","containerPath":"/data"}]"""
                        + $$""","logConfiguration":{"logDriver":"awslogs","options":{"awslogs-group":"/settings","""
                            + """ "awslogs-region":"us-east-1","awslogs-stream-prefix":"ecs"} } }]""",
            "--volumes", $$"""[{"name":"data","host":{"sourcePath":"{{volume}}"} }]""");

        var arn = (await cloud.AwsJsonAsync("ecs", "run-task", "--cluster", "settings", "--task-definition", "settings"))
            .GetProperty("tasks")[0]
            .GetProperty("taskArn")
            .GetString()!;
        await cloud.AwsAsync("ecs", "wait", "tasks-running", "--cluster", "settings", "--tasks", arn);
        var running = await TaskAsync(arn);
        var binding = running.GetProperty("containers")[0].GetProperty("networkBindings")[0];
        using var client = new HttpClient { Timeout = TimeSpan.FromMinutes(1) };
        (await AnswerAsync(client, new Uri($"http://127.0.0.1:{binding.GetProperty("hostPort").GetInt32()}/index.html"))).ShouldBe("up\n");
        var published = await DockerAsync("port", running.GetProperty("containers")[0].GetProperty("runtimeId").GetString()!);
        await cloud.AwsAsync("ecs", "stop-task", "--cluster", "settings", "--task", arn, "--reason", "enough");
        await cloud.AwsAsync("ecs", "wait", "tasks-stopped", "--cluster", "settings", "--tasks", arn);
        var stopped = await TaskAsync(arn);

        EcsToolsTests.RuntimeOf(running).ShouldBe("docker");
        published.Trim().ShouldBe($"8080/tcp -> 127.0.0.1:{binding.GetProperty("hostPort").GetInt32()}");
        (await File.ReadAllTextAsync(Path.Combine(volume, "file"))).ShouldBe("kept\n");
        stopped.GetProperty("stoppedReason").GetString().ShouldBe("enough");
        stopped.GetProperty("containers")[0].GetProperty("exitCode").GetInt32().ShouldBe(5);
        var lines = await cloud.AwsJsonAsync(
            "logs",
            "get-log-events",
            "--log-group-name",
            "/settings",
            "--log-stream-name",
            $"ecs/app/{arn.Split('/')[^1]}",
            "--start-from-head",
            "--query",
            "events[].message");
        lines.EnumerateArray().Select(x => x.GetString()).ShouldBe(["hello 0 /app told", "bye"]);
        (await DockerAsync("ps", "--all", "--quiet", "--filter", $"label=dev.fairlead.task={arn.Split('/')[^1]}")).ShouldBeEmpty();
    }

    [DockerFact("aws", "skopeo", "busybox", "docker")]
    public async Task A_container_that_cannot_be_started_says_why_and_is_removed()
    {
        var image = await cloud.PushAsync(BusyboxImage.Write(Path.Combine(cloud.Folder, "broken"), "exit 0"), "broken", "1");
        await cloud.AwsAsync("ecs", "create-cluster", "--cluster-name", "settings");
        await cloud.AwsAsync(
            "ecs",
            "register-task-definition",
            "--family",
            "broken",
            "--container-definitions",
            $$"""[{"name":"app","image":"{{image}}","memory":128,"user":"nobody-here"}]""");

        var arn = (await cloud.AwsJsonAsync("ecs", "run-task", "--cluster", "settings", "--task-definition", "broken"))
            .GetProperty("tasks")[0]
            .GetProperty("taskArn")
            .GetString()!;
        await cloud.AwsAsync("ecs", "wait", "tasks-stopped", "--cluster", "settings", "--tasks", arn);
        var task = await TaskAsync(arn);

        task.GetProperty("stopCode").GetString().ShouldBe("TaskFailedToStart");
        task.GetProperty("stoppedReason").GetString()!.ShouldStartWith("CannotStartContainerError: ");
        task.GetProperty("stoppedReason").GetString()!.ShouldContain("nobody-here");
        (await DockerAsync("ps", "--all", "--quiet", "--filter", $"label=dev.fairlead.task={arn.Split('/')[^1]}")).ShouldBeEmpty();
    }

    [DockerFact("aws", "skopeo", "busybox", "docker")]
    public async Task What_a_killed_local_cloud_left_running_is_removed_at_the_next_start()
    {
        var state = Path.Combine(cloud.Folder, "killed");
        var process = new LocalCloudProcess(
            new LocalCloudOptions { ProgramDirectory = AppContext.BaseDirectory, StateDirectory = state },
            SilentReporter.Instance);
        var endpoints = await process.EnsureRunningAsync(CancellationToken.None);
        try
        {
            await CloudAsync("ecr", "create-repository", "--repository-name", "left");
            var layout = BusyboxImage.Write(Path.Combine(cloud.Folder, "left"), "while :; do /bin/busybox sleep 1; done");
            var file = Path.Combine(cloud.Folder, "left.json");
            await CommandLine.SucceedAsync(
                "skopeo",
                ["login", "--tls-verify=false", "--authfile", file, "--username", "AWS", "--password-stdin", endpoints.Registry.Authority],
                input: (await CloudAsync("ecr", "get-login-password")).Trim());
            await CommandLine.SucceedAsync("skopeo", [
                "--insecure-policy",
                "copy",
                "--dest-tls-verify=false",
                "--authfile",
                file,
                $"oci:{layout}",
                $"docker://{endpoints.Registry.Authority}/left:1"
            ]);
            await CloudAsync("ecs", "create-cluster", "--cluster-name", "left");
            await CloudAsync(
                "ecs",
                "register-task-definition",
                "--family",
                "left",
                "--container-definitions",
                $$"""[{"name":"app","image":"{{endpoints.Registry.Authority}}/left:1","memory":128}]""");
            using var started = JsonDocument.Parse(await CloudAsync("ecs", "run-task", "--cluster", "left", "--task-definition", "left", "--output", "json"));
            var arn = started.RootElement.GetProperty("tasks")[0].GetProperty("taskArn").GetString()!;
            await CloudAsync("ecs", "wait", "tasks-running", "--cluster", "left", "--tasks", arn);
            string[] left = ["ps", "--all", "--quiet", "--filter", $"label=dev.fairlead.task={arn.Split('/')[^1]}"];
            (await DockerAsync(left)).ShouldNotBeEmpty();

            using (var killed = System.Diagnostics.Process.GetProcessById(endpoints.ProcessId))
            {
                killed.Kill();
                await killed.WaitForExitAsync();
            }

            (await DockerAsync(left)).ShouldNotBeEmpty();
            endpoints = await process.EnsureRunningAsync(CancellationToken.None);

            (await DockerAsync(left)).ShouldBeEmpty();
        }
        finally
        {
            await process.StopAsync(CancellationToken.None);
            await LocalCloudFixture.RemoveImagesAsync(endpoints.Registry.Authority);
        }

        Task<string> CloudAsync(params string[] arguments)
            => CommandLine.SucceedAsync(
                "aws",
                ["--endpoint-url", endpoints.Api.ToString(), .. arguments],
                LocalCloudFixture.EnvironmentOf(endpoints.AccessKey!));
    }

    private static Task<string> DockerAsync(params string[] arguments) => CommandLine.SucceedAsync("docker", arguments);

    /// <summary>A program that was started a moment ago may not listen yet.</summary>
    private static Task<string> AnswerAsync(HttpClient client, Uri uri) => Eventually.UntilAsync(async () => await client.GetStringAsync(uri));

    private async Task<JsonElement> TaskAsync(string arn)
        => (await cloud.AwsJsonAsync("ecs", "describe-tasks", "--cluster", "settings", "--tasks", arn)).GetProperty("tasks")[0];
}
