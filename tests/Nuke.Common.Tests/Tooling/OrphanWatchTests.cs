using System.Diagnostics;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class OrphanWatchTests : IDisposable
{
    private readonly List<Process> _children = [];

    public void Dispose()
    {
        foreach (var child in _children)
        {
            child.Kill(entireProcessTree: true);
            child.Dispose();
        }
    }

    [Fact]
    public async Task What_still_runs_when_the_build_is_killed_ends_with_its_descendants()
    {
        // The shell stays because of the second command, and its child is the one that would write on.
        var child = Start("sleep 600; true");
        var grandchild = await ChildOfAsync(child);

        await WatchAsync($"+ {child.Id} {OrphanWatch.StartOf(child.Id)}");

        await child.WaitForExitAsync();
        await grandchild.WaitForExitAsync();
    }

    [Fact]
    public async Task A_build_that_ends_by_itself_leaves_what_it_started()
    {
        var child = Start("exec sleep 600");

        await WatchAsync($"+ {child.Id} {OrphanWatch.StartOf(child.Id)}", ".");

        child.HasExited.ShouldBeFalse();
    }

    [Fact]
    public async Task What_has_ended_is_forgotten_and_another_process_with_its_number_lives()
    {
        var (ended, other, hit) = (Start("exec sleep 600"), Start("exec sleep 600"), Start("exec sleep 600"));

        await WatchAsync($"+ {ended.Id} {OrphanWatch.StartOf(ended.Id)}", $"+ {other.Id} 1", $"+ {hit.Id} {OrphanWatch.StartOf(hit.Id)}", $"- {ended.Id}");

        await hit.WaitForExitAsync();
        ended.HasExited.ShouldBeFalse();
        other.HasExited.ShouldBeFalse();
    }

    [Fact]
    public void The_watcher_gets_nothing_of_the_builds_environment()
        => OrphanWatch.StartInfo().Environment.Keys.ShouldBe(["PATH"]);

    /// <summary>Says the lines and is gone, as a build is that was killed.</summary>
    private static async Task WatchAsync(params string[] lines)
    {
        using var watcher = Process.Start(OrphanWatch.StartInfo())!;
        foreach (var line in lines)
        {
            await watcher.StandardInput.WriteLineAsync(line);
        }

        watcher.StandardInput.Close();
        await watcher.WaitForExitAsync();
    }

    private Process Start(string script)
    {
        var child = Process.Start(new ProcessStartInfo("/bin/sh") { ArgumentList = { "-c", script } })!;
        _children.Add(child);
        return child;
    }

    private static async Task<Process> ChildOfAsync(Process process)
    {
        var file = $"/proc/{process.Id}/task/{process.Id}/children";
        while (true)
        {
            if ((await File.ReadAllTextAsync(file)).Trim() is { Length: > 0 } id)
            {
                return Process.GetProcessById(int.Parse(id, System.Globalization.CultureInfo.InvariantCulture));
            }

            await Task.Yield();
        }
    }
}
