using Fairlead.Incremental;

namespace Fairlead.Tests.Incremental;

public sealed class FolderTurnTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("turn-").FullName;

    private string LockFile => Path.Combine(_root, "temp", "incremental.lock");

    public void Dispose() => Directory.Delete(_root, recursive: true);

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
            await Should.ThrowAsync<OperationCanceledException>(() => FolderTurn.EnterAsync(LockFile, cancellation.Cancel, TimeProvider.System, cancellation.Token));
        }

        IsOccupied().ShouldBeFalse();
    }

    [Fact]
    public async Task Where_no_lock_can_be_made_nothing_waits()
    {
        File.WriteAllText(Path.Combine(_root, "temp"), "in the way of the folder");

        await EnterAsync();
        FolderTurn.Leave(LockFile);
    }

    private Task EnterAsync() => FolderTurn.EnterAsync(LockFile, () => throw new InvalidOperationException("There was something to wait for."), TimeProvider.System, CancellationToken.None);

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
