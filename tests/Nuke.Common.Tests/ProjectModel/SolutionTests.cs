using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;

namespace Nuke.Common.Tests.ProjectModel;

public sealed class SolutionTests
{
    private const string Text = """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{827E0CD3-B72D-47B6-A68D-7590B98EB39B}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "src\App\App.csproj", "{B05021E7-AA65-4670-AF1E-A697CF6CCBDB}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App.Tests", "tests\App.Tests\App.Tests.csproj", "{9EF0EE27-72F6-4882-93E1-E4932E7FE08B}"
        EndProject
        """;

    private const string Xml = """
        <Solution>
          <Folder Name="/src/"><Project Path="src/App/App.csproj" /></Folder>
          <Project Path="tests\App.Tests\App.Tests.csproj" />
        </Solution>
        """;

    private sealed class WithSolution : NukeBuild
    {
        [Solution] public readonly Solution Solution;
        [GitRepository] public readonly GitRepository Repository;

        Target A => _ => _.Requires(() => Solution);
    }

    [Theory]
    [InlineData("App.sln", Text)]
    [InlineData("App.slnx", Xml)]
    public void Projects_are_read_from_both_formats(string file, string content)
    {
        using var run = new TestRun();
        run.Write(file, content);
        run.Write(".nuke/parameters.json", $$"""{ "Solution": "{{file}}" }""");
        run.Run<WithSolution>("A").ShouldBe(0, run.Output);
        var solution = ((WithSolution)run.Build).Solution;
        solution.Name.ShouldBe("App");
        solution.AllProjects.Select(x => x.Name).ShouldBe(["App", "App.Tests"]);
        solution.GetProject("App").Path.ShouldBe((AbsolutePath)run.Root / "src" / "App" / "App.csproj");
        solution.GetProject("Nope").ShouldBeNull();
        solution.GetAllProjects("*.Tests").Single().Directory.Name.ShouldBe("App.Tests");
        ((WithSolution)run.Build).Repository.ShouldBeNull();
    }

    [Fact]
    public void A_missing_solution_is_a_clear_problem()
    {
        using var run = new TestRun();
        run.Write(".nuke/parameters.json", """{ "Solution": "Gone.slnx" }""");
        run.Run<WithSolution>("A").ShouldBe(-1);
        run.Output.ShouldContain("The solution 'ROOT/Gone.slnx' does not exist.");
    }

    [Fact]
    public void A_required_solution_says_how_to_name_it()
    {
        using var run = new TestRun();
        run.Run<WithSolution>("A").ShouldBe(-1);
        run.Output.ShouldContain("'Solution' is required by target 'A'");
    }
}
