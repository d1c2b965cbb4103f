using Fairlead.Testing.Fuzzing;
using Nuke.Common.ChangeLog;
using Nuke.Common.Execution;
using Nuke.Common.Git;
using Nuke.Common.IO;
using Nuke.Common.ProjectModel;

namespace Nuke.Common.Tests.Fuzz;

/// <summary>What is in a repository: solutions, changelogs, git's own files.</summary>
internal static class ProjectTargets
{
    private const string Solution = """
        Microsoft Visual Studio Solution File, Format Version 12.00
        Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{1}"
        EndProject
        Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "App", "src\App\App.csproj", "{2}"
        EndProject
        Global
        	GlobalSection(NestedProjects) = preSolution
        		{2} = {1}
        	EndGlobalSection
        EndGlobal
        """;

    private const string Changelog = """
        # Changelog

        ## [Unreleased]
        - a `thing`

        ## [1.2.0] / 2026-01-02
        ```
        ## code
        ```
        ## v1.0.0-rc.1
        [1.2.0]: https://example.com/compare/1.1.0...1.2.0
        """;

    private const string Commit = "0123456789abcdef0123456789abcdef01234567";

    public static IReadOnlyList<FuzzTarget> All
    => [
        FuzzTarget.File("SlnFile", "a.sln", ReadSolution, Solution).RefusesWith<BuildException>() with { MemoryPerByte = 1024 },
        FuzzTarget.File(
            "SlnxFile",
            "a.slnx",
            ReadSolution,
            """
            <Solution><Folder Name="/src/tools/"><Project Path="src/App/App.csproj" DisplayName="App" /></Folder>
            <Project Path="b.csproj"><!-- c --></Project></Solution>
            """).RefusesWith<BuildException>() with { MemoryPerByte = 4096 },
        FuzzTarget.File(
            "ChangelogTasks",
            "CHANGELOG.md",
            x =>
            {
                ChangelogTasks.ReadChangelog(x);
                _ = ChangelogTasks.ExtractChangelogSectionNotes(x).ToList();
                ChangelogTasks.GetNuGetReleaseNotes(x);
            },
            Changelog).RefusesWith<BuildException>(),
        FuzzTarget.Text(
            "GitFiles.ParseUrl",
            x => GitRepository.FromUrl(x).ToString(),
            "https://github.com/owner/name.git",
            "ssh://git@host:22/owner/name",
            "git@host:owner/name.git",
            "../directory"),
        Git("HEAD", "ref: refs/heads/main\n", Commit),
        Git("config", "[remote \"origin\"]\n\turl = git@github.com:owner/name.git\n[branch \"main\"]\n\tremote = origin\n\tmerge = refs/heads/main\n"),
        Git("packed-refs", $"# pack-refs with: peeled\n{Commit} refs/heads/main\n{Commit} refs/tags/v1\n^{Commit}\n"),
        Git("refs/heads/main", $"{Commit}\n", "ref: refs/heads/other\n"),
    ];

    private static void ReadSolution(string path)
    {
        var solution = ((AbsolutePath)path).ReadSolution();
        _ = solution.AllProjects.Select(x => x.Path).ToList();
        _ = solution.AllSolutionFolders.Select(x => x.Name).ToList();
    }

    /// <summary>A repository of which one file is anything.</summary>
    private static FuzzTarget Git(string file, params string[] seeds) => FuzzTarget.File(
        $"Git's {file.Split('/')[0]}",
        $".git/{file}",
        x =>
        {
            var git = x[..(x.LastIndexOf("/.git/", StringComparison.Ordinal) + "/.git".Length)];
            if (file != "HEAD")
            {
                System.IO.File.WriteAllText(Path.Combine(git, "HEAD"), "ref: refs/heads/main");
            }

            var repository = GitRepository.FromLocalDirectory(Path.GetDirectoryName(git)!);
            _ = (repository.ToString(), repository.HttpsUrl);
        },
        seeds).RefusesWith<BuildException>();
}
