using Nuke.Common.Execution;
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
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "apps", "apps", "{0AB3BF05-4346-4AA6-1389-037BE0695223}"
        	ProjectSection(SolutionItems) = preProject
        		README.md = README.md
        	EndProjectSection
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "src\App\App.csproj", "{B05021E7-AA65-4670-AF1E-A697CF6CCBDB}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App.Tests", "tests\App.Tests\App.Tests.csproj", "{9EF0EE27-72F6-4882-93E1-E4932E7FE08B}"
        EndProject
        Global
        	GlobalSection(NestedProjects) = preSolution
        		{0AB3BF05-4346-4AA6-1389-037BE0695223} = {827E0CD3-B72D-47B6-A68D-7590B98EB39B}
        		{b05021e7-aa65-4670-af1e-a697cf6ccbdb} = {0AB3BF05-4346-4AA6-1389-037BE0695223}
        		{00000000-0000-0000-0000-000000000000} = {827E0CD3-B72D-47B6-A68D-7590B98EB39B}
        	EndGlobalSection
        EndGlobal
        """;

    private const string Xml = """
        <Solution>
          <Configurations><Platform Name="x64" /></Configurations>
          <Folder Name="/src/apps/">
            <File Path="README.md" />
            <Project Path="src/App/App.csproj" />
          </Folder>
          <Project Path="tests\App.Tests\App.Tests.csproj" />
        </Solution>
        """;

    private sealed class WithSolution : NukeBuild
    {
        [Solution] public readonly Solution Solution = null!;
        [GitRepository] public readonly GitRepository? Repository;

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
        solution.AllSolutionFolders.Select(x => x.Name).ShouldBe(["src", "apps"]);
        solution.Projects.Single().ShouldBe(solution.GetProject("App.Tests"));
        var apps = solution.GetSolutionFolder("src")!.GetSolutionFolder("apps")!;
        var app = apps.GetProject("App")!;
        app.Path.ShouldBe((AbsolutePath)run.Root / "src" / "App" / "App.csproj");
        app.Parent.ShouldBe(apps);
        apps.Parent.Parent.ShouldBe(solution);
        solution.SolutionFolders.Single().Projects.ShouldBeEmpty();
        solution.GetProject("Nope").ShouldBeNull();
        solution.GetAllProjects("*.Tests").Single().Directory.Name.ShouldBe("App.Tests");
        ((WithSolution)run.Build).Repository.ShouldBeNull();
    }

    public static TheoryData<string, string, string> Broken => new()
    {
        { "a.sln", "no solution", "line 1: it does not begin with 'Microsoft Visual Studio Solution File'." },
        { "a.sln", Text.Replace("\"App\",", "App,"), "line 9: expected Project(" },
        { "a.sln", Text.Replace("EndProject\nGlobal", "Global"), "line 11: this Project has no EndProject." },
        {
            "a.sln",
            Text.Replace("{9EF0EE27-72F6-4882-93E1-E4932E7FE08B}", "{B05021E7-AA65-4670-AF1E-A697CF6CCBDB}"),
            "line 11: 'App.Tests' has the same ID as 'App'."
        },
        { "a.sln", Text.Replace(
            "{00000000-0000-0000-0000-000000000000} = {827E0CD3-B72D-47B6-A68D-7590B98EB39B}",
            "{827E0CD3-B72D-47B6-A68D-7590B98EB39B} = {0AB3BF05-4346-4AA6-1389-037BE0695223}"), "line 17: the folder 'src' is inside of itself." },
        {
            "a.sln",
            Text.Replace(
                "{00000000-0000-0000-0000-000000000000} = {827E0CD3-B72D-47B6-A68D-7590B98EB39B}",
                "{9EF0EE27-72F6-4882-93E1-E4932E7FE08B} = {B05021E7-AA65-4670-AF1E-A697CF6CCBDB}"),
            "line 17: 'App.Tests' cannot be in 'App', which is a project."
        },
        { "a.slnx", "<Solution>\n<Project", "line 2: it is not valid XML." },
        { "a.slnx", "<Project />", "line 1: expected <Solution>, but found <Project>." },
        { "a.slnx", "<Solution>\n\n<Project Pfad='a' /></Solution>", "line 3: <Project> has no Path." },
        { "a.slnx", "<Solution><Folder Name='src' /></Solution>", "line 1: the name of a folder begins and ends with a slash, unlike 'src'." },
        { "a.slnx", "<Solution><Project Path='a.csproj' />\n<Project Path='A.csproj' /></Solution>", "line 2: the project 'A.csproj' is there twice." },
        {
            "a.slnx",
            $"<Solution>\n<Folder Name='/{string.Concat(Enumerable.Repeat("a/", 200_000))}' /></Solution>",
            "line 2: folders are nested more than 100 deep."
        },
        { "a.slnx", $"<Solution>\n{string.Concat(Enumerable.Repeat("<a>", 200_000))}", "line 2: it is not valid XML. It nests deeper than 256 elements." },
        { "a.sln", Deep(200), "folders are nested more than 100 deep." },
        { "a.proj", "<Project />", "is not a solution. A solution is a .sln or a .slnx file." },
    };

    private static string Deep(int count)
    {
        var ids = Enumerable.Range(0, count).Select(x => $"{{{new Guid(x + 1, 0, 0, new byte[8]).ToString().ToUpperInvariant()}}}").ToList();
        return "Microsoft Visual Studio Solution File, Format Version 12.00\n"
            + string.Concat(ids.Select((x, i) => $"Project(\"{{2150E333-8FDC-42A3-9474-1A3956D46DE8}}\") = \"f{i}\", \"f{i}\", \"{x}\"\nEndProject\n"))
            + "Global\n\tGlobalSection(NestedProjects) = preSolution\n"
            + string.Concat(ids.Skip(1).Select((x, i) => $"\t\t{x} = {ids[i]}\n"))
            + "\tEndGlobalSection\nEndGlobal\n";
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_solution_names_the_line(string file, string content, string reason)
    {
        using var run = new TestRun();
        run.Write(file, content);
        Should.Throw<BuildException>(() => ((AbsolutePath)run.Root / file).ReadSolution()).Message.ShouldContain(reason);
    }

    private sealed class WithPath : NukeBuild
    {
        [Solution("other/App.slnx")] public readonly Solution Solution = null!;

        Target A => _ => _.Requires(() => Solution);
    }

    [Fact]
    public void A_path_in_the_attribute_needs_no_parameter()
    {
        using var run = new TestRun();
        run.Write("other/App.slnx", Xml);
        run.Run<WithPath>("A").ShouldBe(0, run.Output);
        ((WithPath)run.Build).Solution.Directory.Name.ShouldBe("other");
    }

    [Fact]
    public void Items_are_read_from_what_MSBuild_prints()
    {
        const string json = """{ "Items": { "PackageReference": [ { "Identity": "xunit", "Version": "2.9.3" }, { "Identity": "Shouldly" } ] } }""";
        var items = ProjectEvaluation.ParseItems(json, "PackageReference");
        items.Select(x => x["Identity"]).ShouldBe(["xunit", "Shouldly"]);
        items[0]["version"].ShouldBe("2.9.3");
        ProjectEvaluation.ParseItems("""{ "Items": { } }""", "Compile").ShouldBeEmpty();
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
