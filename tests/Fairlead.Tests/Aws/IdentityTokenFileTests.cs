using Fairlead.Aws;

namespace Fairlead.Tests.Aws;

public sealed class IdentityTokenFileTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-identity-");

    private string Identities => _directory.PathOf("identity");

    public void Dispose() => _directory.Dispose();

    [Fact]
    public void It_goes_with_the_run_and_its_folder_too()
    {
        var file = IdentityTokenFile.Create(Identities);
        File.WriteAllText(file.Path, "token");

        file.Dispose();

        Directory.GetFileSystemEntries(Identities).ShouldBeEmpty();
        file.Dispose();
    }

    [Fact]
    public void Only_its_user_may_look_into_the_folder()
    {
        Directory.CreateDirectory(Identities);
        using var file = IdentityTokenFile.Create(Identities);

        foreach (var folder in (string[])[Identities, Path.GetDirectoryName(file.Path)!])
        {
            File.GetUnixFileMode(folder).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Fact]
    public async Task What_a_killed_run_has_left_the_next_one_removes()
    {
        using var run = KilledProgram.Start(typeof(TestProgram), TestProgram.Identity, Identities);
        var token = await run.LineAsync();

        IdentityTokenFile.RemoveLeftovers(Identities);
        File.Exists(token).ShouldBeTrue("the run lives");
        await run.KillAsync();
        File.Exists(token).ShouldBeTrue("nobody else has removed it");
        IdentityTokenFile.RemoveLeftovers(Identities);

        Directory.GetFileSystemEntries(Identities).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_run_that_exits_in_the_middle_removes_its_own()
    {
        using var run = KilledProgram.Start(typeof(TestProgram), TestProgram.ExitingIdentity, Identities);
        await run.LineAsync();
        await run.Process.WaitForExitAsync();

        Directory.GetFileSystemEntries(Identities).ShouldBeEmpty();
    }

    [Fact]
    public void Where_no_run_ever_was_there_is_nothing_to_remove() => IdentityTokenFile.RemoveLeftovers(_directory.PathOf("none"));
}
