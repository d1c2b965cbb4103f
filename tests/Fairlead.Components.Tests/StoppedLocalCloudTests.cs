using Fairlead.Infrastructure.LocalCloud;
using Nuke.Common;

namespace Fairlead.Components.Tests;

/// <summary>A clone whose local cloud has a stack on the disk and does not run.</summary>
public sealed class StoppedLocalCloudTests : IDisposable
{
    private const string Stopped = "The local cloud of this clone is stopped";
    private const string Command = "./build.sh StartLocalCloud starts it.";

    private readonly BuildInProcess _run = new();

    public StoppedLocalCloudTests() => _run.Write(".nuke/temp/local-cloud/stacks.json", """{ "stacks": { "shop": {} } }""");

    public void Dispose() => _run.Dispose();

    [Fact]
    public void Status_ends_with_2_as_what_is_recorded_does_not_serve()
    {
        _run.Run<Shop>("Status").ExitCode.ShouldBe(IStatus.DifferenceExitCode, _run.Output);

        ShouldNameTheCommand();
    }

    [Theory]
    [InlineData("Releases")]
    [InlineData("Rollback", "--dry-run")]
    [InlineData("Prune", "--dry-run")]
    [InlineData("RepairLedger", "--dry-run")]
    [InlineData("SyncS3", "--dry-run")]
    public void What_only_looks_names_the_command_and_starts_nothing(params string[] arguments)
    {
        _run.Run<Shop>(arguments).ExitCode.ShouldNotBe(0, _run.Output);

        ShouldNameTheCommand();
        _run.Output.ShouldNotContain("cannot be started");
    }

    [Fact]
    public void There_is_no_environment_of_one_that_does_not_run()
    {
        _run.Run<Shop>("LocalCloudEnvironment").ExitCode.ShouldNotBe(0, _run.Output);

        _run.Output.ShouldContain("The local cloud does not run.");
        _run.Output.ShouldContain("./build.sh StartLocalCloud starts it.");
        _run.Output.ShouldNotContain("export ");
    }

    /// <summary>There is no program of a local cloud beside the tests, so it is seen that its start was tried.</summary>
    [Theory]
    [InlineData("Rollback")]
    [InlineData("Prune")]
    [InlineData("RepairLedger")]
    [InlineData("StartLocalCloud")]
    public void What_changes_something_starts_it(string target)
    {
        _run.Run<Shop>(target).ExitCode.ShouldNotBe(0);

        _run.Output.ShouldContain("The local cloud cannot be started.");
        _run.Output.ShouldNotContain(Stopped);
    }

    [Fact]
    public void Where_there_is_no_stack_there_is_no_place()
    {
        _run.Write(".nuke/temp/local-cloud/stacks.json", """{ "stacks": {} }""");

        _run.Run<Shop>("Status").ExitCode.ShouldBe(0, _run.Output);
        _run.Output.ShouldContain("The local cloud does not run.");
        _run.Run<Shop>("Releases").ExitCode.ShouldNotBe(0);
        _run.Output.ShouldContain("There is no place to deploy to.");
    }

    [Fact]
    public async Task One_that_answers_and_does_not_have_the_stack_is_not_called_stopped()
    {
        var endpoints = "";
        await using var cloud = new LoopbackServer(x => x.Path == "/_fairlead/status"
            ? ScriptedResponse.Json(endpoints)
            : new ScriptedResponse(404, ""));
        endpoints = $$"""
            { "processId": {{Environment.ProcessId}}, "version": "1", "api": "{{cloud.Url}}", "registry": "{{cloud.Url}}", "edge": "{{cloud.Url}}" }
            """;
        _run.Write(".nuke/temp/local-cloud/endpoints.json", endpoints);
        await using var held = new FileStream(_run.PathOf(".nuke/temp/local-cloud/lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None);

        _run.Run<Shop>("Status");

        _run.Output.ShouldNotContain(Stopped);
        _run.Output.ShouldContain("The local cloud runs and has no stack shop that can be read.");
    }

    private void ShouldNameTheCommand()
    {
        _run.Output.ShouldContain(Stopped);
        _run.Output.ShouldContain(_run.PathOf(".nuke/temp/local-cloud"));
        _run.Output.ShouldContain(Command);
        _run.Output.ShouldNotContain("There is no place");
        _run.Output.ShouldNotContain("no place yet");
    }

    private sealed class Shop : NukeBuild, ILocalCloud, IStatus, IReleases, IRollback, IPrune, IRepairLedger, ISyncS3
    {
        LocalStackSpecification ILocalCloud.LocalStack => new() { Name = "shop" };
    }
}
