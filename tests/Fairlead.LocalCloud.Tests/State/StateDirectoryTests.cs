using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.State;

public sealed class StateDirectoryTests : IDisposable
{
    private readonly TemporaryDirectory _folder = new("fairlead-state-");

    private string First => _folder.PathOf("first");

    private string Second => _folder.PathOf("second");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_folder_that_is_moved_stays_itself()
    {
        var id = IdOf(First);
        Directory.Move(First, Second);

        using var moved = StateDirectory.Open(Second);

        moved.Id.ShouldBe(id);
        moved.OwnsItsProcesses.ShouldBeTrue();
        moved.IsNewCopy.ShouldBeFalse();
        moved.KnownAs.ShouldBe([Second, First]);
    }

    [Fact]
    public void One_whose_symbolic_link_leads_elsewhere_is_not_in_place_and_nothing_gets_there()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        var (link, third) = (_folder.PathOf("link"), Directory.CreateDirectory(_folder.PathOf("third")).FullName);
        Directory.CreateDirectory(First);
        File.CreateSymbolicLink(link, First);
        using var state = StateDirectory.Open(link);
        state.IsInPlace.ShouldBeTrue();

        File.Delete(link);
        File.CreateSymbolicLink(link, third);

        state.IsInPlace.ShouldBeFalse();
        Should.Throw<DirectoryNotFoundException>(() => state.WriteAtomically("buckets", [1]));
        Directory.GetFileSystemEntries(third).ShouldBeEmpty();
    }

    [Fact]
    public void One_that_is_deleted_while_it_is_open_is_not_made_again()
    {
        using var state = StateDirectory.Open(First);

        Directory.Delete(First, recursive: true);

        state.IsInPlace.ShouldBeFalse();
        Should.Throw<DirectoryNotFoundException>(() => state.WriteAtomically("buckets", [1]));
        Directory.Exists(First).ShouldBeFalse();
    }

    [Fact]
    public void What_an_earlier_version_left_open_is_closed_but_not_what_belongs_to_tasks()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode open = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        var closed = new[] { "ecr/repositories.json", "s3/buckets/b/blobs/ab/abc", "local-cloud.log" };
        var ofTasks = new[] { "volumes/shop/data/app.db", "ecs/images/sha256-1/rootfs/app" };
        foreach (var file in closed.Concat(ofTasks))
        {
            _folder.Write($"first/{file}", "x");
            File.SetUnixFileMode(_folder.PathOf($"first/{file}"), open);
        }

        File.CreateSymbolicLink(_folder.PathOf("first/s3/link"), _folder.PathOf("first/volumes/shop/data/app.db"));
        using var state = StateDirectory.Open(First);

        closed.Select(x => File.GetUnixFileMode(_folder.PathOf($"first/{x}"))).ShouldAllBe(x => x == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        ofTasks.Select(x => File.GetUnixFileMode(_folder.PathOf($"first/{x}"))).ShouldAllBe(x => x == open);
        File.GetUnixFileMode(First).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [Fact]
    public void Where_a_folder_was_is_not_its_own_once_there_is_another_state()
    {
        IdOf(First);
        Directory.Move(First, Second);
        using var moved = StateDirectory.Open(Second);
        moved.Adopt();
        moved.KnownAs.ShouldBe([Second, First]);

        IdOf(First).ShouldNotBe(moved.Id);

        moved.KnownAs.ShouldBe([Second]);
    }

    [Fact]
    public async Task A_copy_is_another_folder_whose_processes_are_not_those_that_the_state_names()
    {
        var id = IdOf(First);
        await CommandLine.SucceedAsync("cp", ["-a", First, Second]);

        using (var copy = StateDirectory.Open(Second))
        {
            copy.Id.ShouldNotBe(id);
            copy.OwnsItsProcesses.ShouldBeFalse();
            copy.IsNewCopy.ShouldBeTrue();
            copy.KnownAs.ShouldBe([Second]);
        }

        using (var copy = StateDirectory.Open(Second))
        {
            copy.IsNewCopy.ShouldBeTrue("it was not adopted");
            copy.Adopt();
            copy.OwnsItsProcesses.ShouldBeTrue();
        }

        using var again = StateDirectory.Open(Second);
        again.OwnsItsProcesses.ShouldBeTrue();
        again.IsNewCopy.ShouldBeFalse();
        IdOf(First).ShouldBe(id);
    }

    [Fact]
    public async Task Copies_are_told_from_each_other_also_where_the_original_is_gone()
    {
        IdOf(First);
        var archive = _folder.PathOf("archive");
        await CommandLine.SucceedAsync("cp", ["-a", First, archive]);
        Directory.Delete(First, recursive: true);
        await CommandLine.SucceedAsync("cp", ["-a", archive, Second]);

        IdOf(archive).ShouldNotBe(IdOf(Second));
    }

    [Fact]
    public void A_link_to_the_folder_is_no_copy()
    {
        var id = IdOf(First);
        Directory.CreateSymbolicLink(Second, First);

        using var linked = StateDirectory.Open(Second);

        linked.Id.ShouldBe(id);
        linked.OwnsItsProcesses.ShouldBeTrue();
        linked.KnownAs.ShouldContain(First);
    }

    [Fact]
    public void Of_a_state_that_does_not_know_its_folder_no_process_is_taken_for_its_own()
    {
        IdOf(First);
        File.Delete(Path.Combine(First, StateFolder.FileName));

        using var unknown = StateDirectory.Open(First);

        unknown.OwnsItsProcesses.ShouldBeFalse();
        unknown.IsNewCopy.ShouldBeFalse();
    }

    [Fact]
    public void A_state_that_cannot_be_written_is_not_held_by_another()
    {
        Directory.CreateDirectory(First);
        File.CreateSymbolicLink(Path.Combine(First, "lock"), "/nowhere/lock");

        var error = Should.Throw<StateDirectoryException>(() => StateDirectory.Open(First));

        error.IsHeld.ShouldBeFalse();
        error.Message.ShouldStartWith($"The local cloud cannot write to its state directory {First}: ");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_written_where_an_open_folder_was(bool moves)
    {
        using var state = StateDirectory.Open(First);
        state.IsInPlace.ShouldBeTrue();
        if (moves)
        {
            Directory.Move(First, Second);
        }
        else
        {
            Directory.Delete(First, recursive: true);
        }

        state.IsInPlace.ShouldBeFalse();
        state.KnownAs.ShouldBe(moves ? [Second] : []);
        Should.Throw<DirectoryNotFoundException>(() => state.WriteAtomically("some/file", [1]));
        Directory.Exists(First).ShouldBeFalse();
    }

    private static string IdOf(string folder)
    {
        using var state = StateDirectory.Open(folder);
        state.Adopt();
        return state.Id;
    }
}
