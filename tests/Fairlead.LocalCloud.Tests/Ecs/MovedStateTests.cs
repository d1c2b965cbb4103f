using System.Diagnostics;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Hosting;

namespace Fairlead.LocalCloud.Tests.Ecs;

/// <summary>A state folder that is moved, or copied, with the clone that it is in.</summary>
public sealed class MovedStateTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new("fairlead-moved-");

    private DirectoryInfo First => new(_folder.PathOf("first"));

    private DirectoryInfo Second => new(_folder.PathOf("second"));

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_volume_goes_with_the_folder(bool isOfEarlierVersion)
    {
        var cloud = await CloudClient.StartAsync(First);
        var volume = VolumeIn(First);
        Directory.CreateDirectory(volume);
        var definition = await Jobs.PushAsync(cloud, "echo kept >> store/file", volume);
        await Jobs.RunAsync(cloud, definition, "{}");
        await cloud.StopAsync();
        if (isOfEarlierVersion)
        {
            MakeAbsolute(Path.Combine(First.FullName, "ecs", "ecs.json"), volume);
            File.Delete(Path.Combine(First.FullName, "folder.json"));
        }

        Directory.Move(First.FullName, Second.FullName);
        await using var moved = await CloudClient.StartAsync(Second);
        await Jobs.RunAsync(moved, definition, "{}");

        (await File.ReadAllLinesAsync(Path.Combine(VolumeIn(Second), "file"))).ShouldBe(["kept", "kept"]);
        First.Exists.ShouldBeFalse();
    }

    [Fact]
    public async Task A_copy_has_volumes_and_ports_of_its_own_and_leaves_the_tasks_of_the_original_alone()
    {
        await using var original = await CloudClient.StartAsync(First);
        Directory.CreateDirectory(VolumeIn(First));
        var definition = await Jobs.PushAsync(original, "echo $$ >> store/pids; exec sleep 600", VolumeIn(First));
        var started = await original.CallAsync("ecs", "RunTask", $$"""{ "taskDefinition": "{{definition}}" }""");
        var pid = int.Parse((await Jobs.WhenWrittenAsync(Path.Combine(VolumeIn(First), "pids"))).Trim());

        // Until then the state is written.
        await original.UntilAsync(
            "ecs",
            "DescribeTasks",
            $$"""{ "tasks": ["{{(string)started["tasks"]![0]!["taskArn"]!}}"] }""",
            x => (string)x["tasks"]![0]!["lastStatus"]! == "RUNNING");
        await CopyAsync();

        await using var copy = await CloudClient.StartAsync(Second);
        await copy.CallAsync("ecs", "RunTask", $$"""{ "taskDefinition": "{{definition}}" }""");
        await Eventually.UntilAsync<string[]>(async () => await File.ReadAllLinesAsync(Path.Combine(VolumeIn(Second), "pids")), x => x.Length == 2);

        ProcessIdentity.Of(pid).ShouldNotBeNull();
        (await File.ReadAllLinesAsync(Path.Combine(VolumeIn(First), "pids"))).ShouldBe([$"{pid}"]);
        copy.RegistryHost.ShouldNotBe(original.RegistryHost);
    }

    [Fact]
    public async Task Nothing_but_the_note_of_the_folder_names_its_path()
    {
        var cloud = await CloudClient.StartAsync(First);
        await Jobs.RunAsync(cloud, await Jobs.PushAsync(cloud, "echo kept >> store/file", VolumeIn(First)), "{}");
        await cloud.StopAsync();

        First.GetFiles("*", SearchOption.AllDirectories)
            .Where(x => File.ReadAllText(x.FullName).Contains(First.FullName, StringComparison.Ordinal))
            .Select(x => x.Name)
            .ShouldBe(["folder.json"]);
    }

    [Fact]
    public async Task What_a_killed_local_cloud_left_is_ended_by_its_own_folder_also_where_that_was_moved_and_not_by_a_copy()
    {
        await (await CloudClient.StartAsync(First)).StopAsync();
        using var leftover = StartLeftover(First, changesFolder: false);
        using var wanderer = StartLeftover(First, changesFolder: true);
        await CopyAsync();

        (await LocalCloudServer.EndLeftoversAsync(Second.FullName)).ShouldBe(0);
        (leftover.HasExited, wanderer.HasExited).ShouldBe((false, false));

        Directory.Delete(Second.FullName, recursive: true);
        Directory.Move(First.FullName, Second.FullName);
        (await LocalCloudServer.EndLeftoversAsync(Second.FullName)).ShouldBe(2);
        await leftover.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        await wanderer.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task A_process_that_only_works_in_the_folder_of_a_task_is_left_alone()
    {
        await (await CloudClient.StartAsync(First)).StopAsync();
        using var shell = StartLeftover(First, changesFolder: false, isTask: false);

        (await LocalCloudServer.EndLeftoversAsync(First.FullName)).ShouldBe(0);
        await (await CloudClient.StartAsync(First)).StopAsync();

        shell.HasExited.ShouldBeFalse();
        shell.Kill();
    }

    [Fact]
    public async Task The_tasks_of_another_state_in_the_old_place_are_left_alone()
    {
        await (await CloudClient.StartAsync(First)).StopAsync();
        using var own = StartLeftover(First, changesFolder: false);
        Directory.Move(First.FullName, Second.FullName);
        await (await CloudClient.StartAsync(First)).StopAsync();
        using var others = StartLeftover(First, changesFolder: false);
        using var wanderer = StartLeftover(First, changesFolder: true);

        (await LocalCloudServer.EndLeftoversAsync(Second.FullName)).ShouldBe(1);

        await own.WaitForExitAsync().WaitAsync(TimeSpan.FromMinutes(1));
        (others.HasExited, wanderer.HasExited).ShouldBe((false, false));
        others.Kill();
        wanderer.Kill();
    }

    [Fact]
    public async Task A_path_elsewhere_that_ends_as_one_of_the_state_does_stays_elsewhere()
    {
        await using var cloud = await CloudClient.StartAsync(First);
        Directory.CreateDirectory(VolumeIn(First));
        var elsewhere = Path.Combine(Second.FullName, "volumes", "job", "store");

        (await DescribedAsync(cloud, await Jobs.RegisterAsync(cloud, "image", elsewhere))).ShouldBe(elsewhere);

        (await File.ReadAllTextAsync(Path.Combine(First.FullName, "ecs", "ecs.json"))).ShouldContain(elsewhere);
    }

    [Fact]
    public async Task A_path_in_the_state_is_described_as_it_was_registered_and_where_the_state_is()
    {
        var cloud = await CloudClient.StartAsync(First);
        var absolute = await Jobs.RegisterAsync(cloud, "image", VolumeIn(First));
        var relative = await Jobs.RegisterAsync(cloud, "image", "volumes/job/store");
        (await DescribedAsync(cloud, absolute)).ShouldBe(VolumeIn(First));
        (await DescribedAsync(cloud, relative)).ShouldBe("volumes/job/store");
        await cloud.StopAsync();

        Directory.Move(First.FullName, Second.FullName);
        await using var moved = await CloudClient.StartAsync(Second);

        (await DescribedAsync(moved, absolute)).ShouldBe(VolumeIn(Second));
        (await DescribedAsync(moved, relative)).ShouldBe("volumes/job/store");
    }

    private static async Task<string> DescribedAsync(CloudClient cloud, string definition)
        => (string)(await cloud.CallAsync("ecs", "DescribeTaskDefinition", $$"""{ "taskDefinition": "{{definition}}" }"""))
            ["taskDefinition"]!["volumes"]![0]!["host"]!["sourcePath"]!;

    private static string VolumeIn(DirectoryInfo folder) => Path.Combine(folder.FullName, "volumes", "job", "store");

    private Task CopyAsync() => CommandLine.SucceedAsync("cp", ["-a", First.FullName, Second.FullName]);

    private static void MakeAbsolute(string file, string volume)
    {
        var document = (JsonObject)JsonNode.Parse(File.ReadAllText(file))!;
        document["taskDefinitions"]![0]!["definition"]!["volumes"]![0]!["host"]!["sourcePath"] = volume;
        File.WriteAllText(file, document.ToJsonString());
    }

    /// <summary>A process as the local cloud starts them, of which it has not noted anything.</summary>
    private static Process StartLeftover(DirectoryInfo state, bool changesFolder, bool isTask = true)
    {
        var folder = Path.Combine(state.FullName, "ecs", "tasks", Guid.NewGuid().ToString("N"), "job");
        var start = new ProcessStartInfo("sleep", ["600"]) { WorkingDirectory = changesFolder ? "/" : Directory.CreateDirectory(folder).FullName };
        if (isTask)
        {
            start.Environment["FAIRLEAD_TASK_FOLDER"] = folder;
        }

        return Process.Start(start)!;
    }
}
