using System.Diagnostics;
using Fairlead.Incremental;

namespace Fairlead.Tests.Incremental;

public sealed class FolderTurnTests : IDisposable
{
    private readonly TemporaryDirectory _root = new("turn-");

    private string LockFile => Path.Combine(_root, "temp", "incremental.lock");

    public void Dispose() => _root.Dispose();

    [Fact]
    public async Task Targets_of_one_build_have_their_turn_together_and_the_last_one_gives_it_back()
    {
        await EnterAsync();
        await EnterAsync();
        IsOccupied().ShouldBeTrue();

        FolderTurn.Leave(LockFile);
        IsOccupied().ShouldBeTrue();

        FolderTurn.Leave(LockFile);
        IsOccupied().ShouldBeFalse();
    }

    [Fact]
    public async Task A_wait_can_be_ended_and_leaves_nothing_behind()
    {
        using var cancellation = new CancellationTokenSource();
        await EnterAsync();
        FolderTurn.Leave(LockFile);
        using (new FileStream(LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await Should.ThrowAsync<OperationCanceledException>(() => FolderTurn.EnterAsync(
                LockFile,
                cancellation.Cancel,
                TimeProvider.System,
                cancellation.Token));
        }

        IsOccupied().ShouldBeFalse();
    }

    [Fact]
    public async Task A_build_that_a_target_starts_has_its_turn()
    {
        await EnterAsync();

        using var child = Process.Start(new ProcessStartInfo("printenv", ["FAIRLEAD_FOLDER_TURN"]) { RedirectStandardOutput = true })!;
        (await child.StandardOutput.ReadToEndAsync()).Trim().ShouldBe(LockFile);

        FolderTurn.Leave(LockFile);
        Environment.GetEnvironmentVariable("FAIRLEAD_FOLDER_TURN").ShouldBeNull();
    }

    [Fact]
    public async Task What_has_the_turn_of_its_parent_does_not_wait_for_it()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(LockFile)!);
        using var parent = new FileStream(LockFile, FileMode.Create, FileAccess.ReadWrite, FileShare.None);
        Environment.SetEnvironmentVariable("FAIRLEAD_FOLDER_TURN", LockFile);
        try
        {
            await EnterAsync();
            FolderTurn.Leave(LockFile);

            Environment.GetEnvironmentVariable("FAIRLEAD_FOLDER_TURN").ShouldBe(LockFile, "It is the parent's to give back.");
        }
        finally
        {
            Environment.SetEnvironmentVariable("FAIRLEAD_FOLDER_TURN", null);
        }
    }

    [Fact]
    public async Task Where_no_lock_can_be_made_nothing_waits()
    {
        File.WriteAllText(Path.Combine(_root, "temp"), "in the way of the folder");

        await EnterAsync();
        FolderTurn.Leave(LockFile);
    }

    private Task EnterAsync() => FolderTurn.EnterAsync(
        LockFile,
        () => throw new InvalidOperationException("There was something to wait for."),
        TimeProvider.System,
        CancellationToken.None);

    private bool IsOccupied()
    {
        try
        {
            using var file = new FileStream(LockFile, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
