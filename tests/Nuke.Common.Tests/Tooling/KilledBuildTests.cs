namespace Nuke.Common.Tests.Tooling;

public sealed class KilledBuildTests
{
    [UnixFact]
    public async Task A_tool_and_a_server_that_it_left_end_with_a_build_that_is_killed()
    {
        using var build = KilledProgram.Start(
            typeof(KilledBuild),
            TestProgram.Script,
            "(setsid sh -c 'echo $$; exec sleep 600 >/dev/null 2>&1' &); echo $$; sleep 600; true");
        int[] children = [await build.ProcessIdAsync(), await build.ProcessIdAsync()];

        await build.KillAsync();

        foreach (var child in children)
        {
            await KilledProgram.EndsAsync(child);
        }
    }
}
