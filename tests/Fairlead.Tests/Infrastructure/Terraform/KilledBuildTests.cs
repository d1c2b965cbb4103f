namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class KilledBuildTests
{
    [Fact]
    public async Task Terraform_saves_its_state_when_the_build_is_killed_and_its_providers_end_too()
    {
        using var directory = new TemporaryDirectory("fairlead-killed-");
        using var build = KilledProgram.Start(
            typeof(TestProgram),
            TestProgram.Terraform,
            $"sleep 600 & echo $!; trap 'echo Interrupt received; echo saved > {directory}/state; exit 1' INT; echo $$; while :; do sleep 0.1; done");
        var (provider, terraform) = (await build.ProcessIdAsync(), await build.ProcessIdAsync());

        await build.KillAsync();

        await KilledProgram.EndsAsync(terraform);
        await KilledProgram.EndsAsync(provider);
        (await File.ReadAllTextAsync(directory.PathOf("state"))).ShouldBe("saved\n");
    }
}
