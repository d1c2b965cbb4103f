using System.Text.Json.Serialization;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.State;

public sealed partial class JsonStateTests : IDisposable
{
    private readonly TemporaryDirectory _path = new("fairlead-state-");

    public void Dispose() => _path.Dispose();

    [Fact]
    public void What_was_changed_is_there_after_a_restart()
    {
        using (var directory = StateDirectory.Open(_path))
        {
            Open(directory).Change(x => x.Names.Add("one"));
        }

        using var again = StateDirectory.Open(_path);
        Open(again).Read(x => x.Names.ToList()).ShouldBe(["one"]);
    }

    [Fact]
    public void A_change_that_throws_changes_nothing()
    {
        using var directory = StateDirectory.Open(_path);
        var state = Open(directory);
        state.Change(x => x.Names.Add("one"));

        Should.Throw<InvalidOperationException>(() => state.Change(x =>
        {
            x.Names.Add("two");
            throw new InvalidOperationException();
        }));

        state.Read(x => x.Names.Count).ShouldBe(1);
    }

    [Fact]
    public void A_file_that_is_cut_off_is_named_and_moved_aside_and_the_next_start_works()
    {
        using var directory = StateDirectory.Open(_path);
        var file = Path.Combine(_path, "names.json");
        File.WriteAllText(file, """{ "Names": [ "on""");

        Should.Throw<StateDirectoryException>(() => Open(directory)).Message.ShouldContain(file);

        Open(directory).Read(x => x.Names.Count).ShouldBe(0);
        Directory.GetFiles(_path, "*.corrupt").ShouldHaveSingleItem();
    }

    [Fact]
    public void A_state_directory_is_held_by_one_at_a_time()
    {
        using var directory = StateDirectory.Open(_path);

        Should.Throw<StateDirectoryException>(() => StateDirectory.Open(_path)).Message.ShouldContain("stop it first");
    }

    [Fact]
    public void No_temporary_file_stays()
    {
        using var directory = StateDirectory.Open(_path);
        Open(directory).Change(x => x.Names.Add("one"));

        Directory.GetFiles(_path).Select(Path.GetFileName).ShouldBe(["lock", "names.json"], ignoreOrder: true);
    }

    private static JsonState<Document> Open(StateDirectory directory) => new(directory, "names.json", Json.Default.Document);

    internal sealed class Document
    {
        public List<string> Names { get; set; } = [];
    }

    [JsonSerializable(typeof(Document))]
    internal sealed partial class Json : JsonSerializerContext;
}
