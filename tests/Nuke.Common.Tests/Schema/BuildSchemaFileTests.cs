using Nuke.Common.Execution;
using Nuke.Common.Schema;

namespace Nuke.Common.Tests.Schema;

public sealed class BuildSchemaFileTests
{
    private class First : NukeBuild
    {
        [Parameter] public readonly string? One;

        Target A => _ => _.Executes(() => { });
    }

    private sealed class Wrong : NukeBuild
    {
        [Parameter(ValueProviderMember = "Nowhere")] public readonly string? Place;

        Target A => _ => _.Executes(() => { });
    }

    private static string Schema(TestRun run) => Path.Combine(run.Root, ".nuke", "build.schema.json");

    // Any run of the build leaves a session with what the schema is made of.
    private static TestRun Ran<T>()
        where T : NukeBuild, new()
    {
        var run = new TestRun();
        run.Run<T>("A").ShouldBe(0, run.Output);
        return run;
    }

    [Fact]
    public void The_files_are_written_once()
    {
        using var run = Ran<First>();
        BuildSchemaFile.Update(run.Session, run.Build).ShouldBeTrue();
        File.ReadAllText(Schema(run)).ShouldContain("\"One\": {");
        File.ReadAllText(Path.Combine(run.Root, ".nuke", "parameters.json")).ShouldBe("{\n  \"$schema\": \"./build.schema.json\"\n}\n");

        var written = File.GetLastWriteTimeUtc(Schema(run));
        BuildSchemaFile.Update(run.Session, run.Build).ShouldBeFalse();
        File.GetLastWriteTimeUtc(Schema(run)).ShouldBe(written);
    }

    [Fact]
    public void A_file_that_was_changed_or_deleted_is_written_again()
    {
        using var run = Ran<First>();
        BuildSchemaFile.Update(run.Session, run.Build);
        var schema = File.ReadAllText(Schema(run));
        foreach (var spoil in new Action<string>[] { x => File.AppendAllText(x, " "), File.Delete })
        {
            spoil(Schema(run));
            BuildSchemaFile.Update(run.Session, run.Build).ShouldBeTrue();
            File.ReadAllText(Schema(run)).ShouldBe(schema);
        }
    }

    [Fact]
    public void A_checkout_with_other_times_and_line_ends_writes_nothing()
    {
        using var run = Ran<First>();
        BuildSchemaFile.Update(run.Session, run.Build);
        var windows = File.ReadAllText(Schema(run)).ReplaceLineEndings("\r\n");
        File.WriteAllText(Schema(run), windows);
        BuildSchemaFile.Update(run.Session, run.Build).ShouldBeFalse();
        File.ReadAllText(Schema(run)).ShouldBe(windows);
    }

    [Fact]
    public void Parameters_that_are_there_are_left_alone()
    {
        using var run = new TestRun();
        run.Write(".nuke/parameters.json", "{ \"One\": \"1\" }");
        run.Run<First>("A").ShouldBe(0);
        BuildSchemaFile.Update(run.Session, run.Build).ShouldBeTrue();
        File.ReadAllText(Path.Combine(run.Root, ".nuke", "parameters.json")).ShouldBe("{ \"One\": \"1\" }");
    }

    [Fact]
    public void A_file_that_cannot_be_written_is_no_failure_unless_it_was_asked_for()
    {
        using var run = Ran<First>();
        Directory.CreateDirectory(Schema(run)); // root may write to read-only directories, but nobody replaces a directory with a file
        BuildSchemaFile.Update(run.Session, run.Build).ShouldBeFalse();
        run.Session.Problems.ShouldBeEmpty();

        run.Run<First>("A --shell-completion").ShouldBe(0, run.Output);
        Should
            .Throw<BuildException>(() => BuildSchemaFile.Update(run.Session, run.Build)).Message
            .ShouldStartWith(".nuke/build.schema.json cannot be written: ");
    }

    [Fact]
    public void A_value_provider_that_does_not_exist_is_a_problem()
    {
        using var run = Ran<Wrong>();
        BuildSchemaFile.Update(run.Session, run.Build).ShouldBeFalse();
        run.Session.Problems.ShouldBe(
            ["The parameter 'Place' takes its values from 'Nowhere', which Wrong does not have. Correct ValueProviderMember, or set ValueProviderType."]);
    }

    [Fact]
    public void A_build_that_is_not_the_process_s_own_leaves_the_repository_alone()
    {
        using var run = Ran<First>();
        File.Exists(Schema(run)).ShouldBeFalse();
    }
}
