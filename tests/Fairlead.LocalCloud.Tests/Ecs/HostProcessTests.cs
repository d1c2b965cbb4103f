namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>Tasks from an image that is really pushed, pulled, unpacked and started.</summary>
public sealed class HostProcessTests
{
    [Fact]
    public async Task A_task_runs_the_image_to_its_end_with_its_overrides_and_logs_its_lines()
    {
        await using var cloud = await CloudClient.StartAsync();
        var definition = await Jobs.PushAsync(cloud, "echo \"$GREETING $NAME $1 $(cat /dev/null)\"; cat data.txt; exit 7");

        var task = await Jobs.RunAsync(
            cloud,
            definition,
            """{ "containerOverrides": [{ "name": "job", "command": ["migrate"], "environment": [{ "name": "NAME", "value": "world" }] }] }""");

        ((int)task["containers"]![0]!["exitCode"]!).ShouldBe(7);
        ((string)task["stopCode"]!).ShouldBe("EssentialContainerExited");
        var id = ((string)task["taskArn"]!).Split('/')[^1];
        var events = await cloud.CallAsync(
            "logs",
            "GetLogEvents",
            $$"""{ "logGroupName": "/jobs", "logStreamName": "run/job/{{id}}", "startFromHead": true }""");
        events["events"]!.AsArray().Select(x => (string)x!["message"]!).ShouldBe(["hello world migrate ", "from the image"]);
        Directory.Exists(Path.Combine(cloud.StateFolder, "ecs", "tasks", id, "job")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_volume_outlives_its_task_and_the_image_is_not_changed_by_one()
    {
        await using var cloud = await CloudClient.StartAsync();
        var volume = Path.Combine(cloud.StateFolder, "volume");
        var definition = await Jobs.PushAsync(cloud, "echo more >> data.txt; echo kept >> store/file; cat data.txt store/file", volume);

        await Jobs.RunAsync(cloud, definition, "{}");
        var second = await Jobs.RunAsync(cloud, definition, "{}");

        File.ReadAllLines(Path.Combine(volume, "file")).ShouldBe(["kept", "kept"]);
        var id = ((string)second["taskArn"]!).Split('/')[^1];
        var events = await cloud.CallAsync(
            "logs",
            "FilterLogEvents",
            $$"""{ "logGroupName": "/jobs", "logStreamNames": ["run/job/{{id}}"], "filterPattern": "more" }""");
        events["events"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_image_that_is_not_there_stops_the_task_with_the_reason()
    {
        await using var cloud = await CloudClient.StartAsync();
        await cloud.CallAsync("ecs", "CreateCluster", """{ "clusterName": "default" }""");
        var definition = await Jobs.RegisterAsync(cloud, $"{cloud.RegistryHost}/nothing:here");

        var task = await Jobs.RunAsync(cloud, definition, "{}");

        ((string)task["stopCode"]!).ShouldBe("TaskFailedToStart");
        ((string)task["stoppedReason"]!).ShouldBe($"CannotPullContainerError: failed to resolve ref {cloud.RegistryHost}/nothing:here: not found");
    }

    [Fact]
    public async Task A_task_that_is_stopped_gets_a_SIGTERM_and_its_children_end_with_it()
    {
        await using var cloud = await CloudClient.StartAsync();
        var definition = await Jobs.PushAsync(
            cloud,
            "trap 'echo bye; exit 5' TERM; echo up; sleep 600 & echo $! > store/child; wait",
            Path.Combine(cloud.StateFolder, "volume"));
        var started = await cloud.CallAsync("ecs", "RunTask", $$"""{ "taskDefinition": "{{definition}}" }""");
        var arn = (string)started["tasks"]![0]!["taskArn"]!;
        var stream = $"run/job/{arn.Split('/')[^1]}";
        await cloud.UntilAsync("logs", "FilterLogEvents", """{ "logGroupName": "/jobs" }""", x => x["events"]!.AsArray().Count > 0);
        var child = int.Parse((await Jobs.WhenWrittenAsync(Path.Combine(cloud.StateFolder, "volume", "child"))).Trim());

        await cloud.CallAsync("ecs", "StopTask", $$"""{ "task": "{{arn}}", "reason": "enough" }""");
        var task = (await cloud.UntilAsync(
            "ecs",
            "DescribeTasks",
            $$"""{ "tasks": ["{{arn}}"] }""",
            x => (string)x["tasks"]![0]!["lastStatus"]! == "STOPPED"))["tasks"]![0]!;

        ((string)task["stopCode"]!).ShouldBe("UserInitiated");
        ((string)task["stoppedReason"]!).ShouldBe("enough");
        ((int)task["containers"]![0]!["exitCode"]!).ShouldBe(5);
        Fairlead.LocalCloud.Ecs.ProcessIdentity.Of(child).ShouldBeNull();
        (await cloud.CallAsync("logs", "GetLogEvents", $$"""{ "logGroupName": "/jobs", "logStreamName": "{{stream}}" }"""))["events"]!
            .AsArray()
            .Select(x => (string)x!["message"]!)
            .ShouldBe(["up", "bye"]);
    }

    [Fact]
    public async Task Stopping_the_local_cloud_stops_its_tasks()
    {
        var first = await CloudClient.StartAsync();
        var definition = await Jobs.PushAsync(first, "echo $$ > store/pid; exec sleep 600", Path.Combine(first.StateFolder, "volume"));
        await first.CallAsync("ecs", "RunTask", $$"""{ "taskDefinition": "{{definition}}" }""");
        var pid = int.Parse((await Jobs.WhenWrittenAsync(Path.Combine(first.StateFolder, "volume", "pid"))).Trim());

        await using var second = await first.RestartAsync();

        Fairlead.LocalCloud.Ecs.ProcessIdentity.Of(pid).ShouldBeNull();
    }
}
