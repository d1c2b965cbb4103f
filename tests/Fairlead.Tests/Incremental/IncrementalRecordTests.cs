using Fairlead.Incremental;

namespace Fairlead.Tests.Incremental;

public sealed class IncrementalRecordTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("fairlead-incremental-").FullName;
    private readonly IncrementalRecord _record;

    public IncrementalRecordTests()
    {
        _record = new IncrementalRecord(Path.Combine(_root, ".record"), _root);
        Write("src/a.cs", "a");
        Write("src/b.cs", "b");
        Write("out/app.dll", "app");
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void A_target_that_never_ran_is_changed() => Unchanged().ShouldBeFalse();

    [Fact]
    public void A_target_that_ran_is_unchanged()
    {
        Run();
        Unchanged().ShouldBeTrue();
    }

    [Fact]
    public void A_run_that_did_not_end_leaves_the_target_changed()
    {
        Run();
        _record.Forget("Compile");
        Unchanged().ShouldBeFalse();
    }

    [Fact]
    public void A_deleted_input_a_renamed_input_a_new_input_and_another_key_are_changes()
    {
        Run();
        File.Move(Path.Combine(_root, "src/b.cs"), Path.Combine(_root, "src/c.cs"));
        Unchanged().ShouldBeFalse();
        File.Delete(Path.Combine(_root, "src/c.cs"));
        Unchanged().ShouldBeFalse();
        Write("src/b.cs", "b");
        Unchanged().ShouldBeTrue();
        Write("src/new.cs", "");
        Unchanged().ShouldBeFalse();
        File.Delete(Path.Combine(_root, "src/new.cs"));
        Unchanged("Debug").ShouldBeFalse();
    }

    [Fact]
    public void A_restored_input_is_unchanged_although_its_time_is_new()
    {
        Run();
        Write("src/a.cs", "other");
        Unchanged().ShouldBeFalse();
        Write("src/a.cs", "a");
        Unchanged().ShouldBeTrue();
    }

    [Fact]
    public void A_missing_or_altered_output_is_a_change()
    {
        Run();
        Write("out/app.dll", "else");
        Unchanged().ShouldBeFalse();
        File.Delete(Path.Combine(_root, "out/app.dll"));
        Unchanged().ShouldBeFalse();
    }

    [Fact]
    public void What_tools_make_is_no_source()
    {
        Write("src/bin/x.dll", "");
        Write("src/node_modules/y/index.js", "");
        SourceFiles.Below(Path.Combine(_root, "src")).Select(Path.GetFileName).ShouldBe(["a.cs", "b.cs"], ignoreOrder: true);
    }

    private bool Unchanged(string key = "Release") => _record.IsUnchanged("Compile", Inputs(), Outputs(), [key]);

    private void Run() => _record.Remember("Compile", Fingerprint.Of(_root, Inputs(), ["Release"]), Outputs());

    private IEnumerable<string> Inputs() => SourceFiles.Below(Path.Combine(_root, "src"));

    private IEnumerable<string> Outputs() => [Path.Combine(_root, "out/app.dll")];

    private void Write(string name, string content)
    {
        var path = Path.Combine(_root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
