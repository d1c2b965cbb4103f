using Nuke.Common.IO;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Tooling;

public sealed class ToolRequirementTests
{
    [PathTool(Executable = "no-such-tool-anywhere")]
    private sealed class MissingTasks : ToolTasks, IRequirePathTool;

    private sealed class Requiring : NukeBuild
    {
        [PathVariable("no-such-tool-either")] readonly Tool? Absent;
        [LocalPath("tools/none.sh")] readonly Tool? Local;
        [NuGetPackage("No.Such.Package", "x.dll", Version = "1.2.3")] readonly Tool? Packaged;
        [PathVariable] readonly Tool Sh = null!; // required where it is used

        Target Tasks => _ => _.Requires<MissingTasks>().Executes(() => { });
        Target Members => _ => _.Requires(() => Absent).Requires(() => Local).Executes(() => { });
        Target Present => _ => _.Requires(() => Sh).Executes(() => Sh("-c \"exit 0\"", logInvocation: false));
        Target Optional => _ => _.Executes(() => (Absent ?? Packaged).ShouldBeNull());
    }

    [Fact]
    public void A_required_tool_that_is_not_on_PATH_is_told_before_anything_runs()
    {
        using var run = new TestRun();
        run.Run<Requiring>("Tasks").ShouldBe(-1);
        run.Output.ShouldContain(
            "The tool 'no-such-tool-anywhere' is required, but was not found on PATH. Install it, or name its path in the environment variable MISSING_EXE.");
    }

    [Fact]
    public void Missing_tools_of_members_say_how_to_get_them()
    {
        using var run = new TestRun();
        run.Run<Requiring>("Members").ShouldBe(-1);
        run.Output.ShouldContain("Tool 'Absent' is required by target 'Members', but was not found. Install no-such-tool-either, or name its path in the "
            + "environment variable ABSENT_EXE.");
        run.Output.ShouldContain("Tool 'Local' is required by target 'Members', but was not found. Look for 'tools/none.sh' in the repository.");
    }

    [UnixFact]
    public void A_tool_that_is_there_runs_and_one_that_nobody_requires_may_be_missing()
    {
        using var run = new TestRun();
        run.Run<Requiring>("Present Optional").ShouldBe(0, run.Output);
    }

    [Fact]
    public void Packages_are_downloaded_by_a_project_of_their_own()
    {
        var project = ToolInstallation.ProjectFor([("B", "2.0.0"), ("A", "1.1.0"), ("A", "1.0.0"), ("B", "2.0.0")]);
        project.ShouldContain(
            """
              <ItemGroup>
                <PackageDownload Include="A" Version="[1.0.0];[1.1.0]" />
                <PackageDownload Include="B" Version="[2.0.0]" />
              </ItemGroup>
            """);
        ToolInstallation.PackageJsonFor([("b", "2.0.0"), ("a", "1.0.0")])
            .ShouldBe("{\n  \"dependencies\": {\n    \"a\": \"1.0.0\",\n    \"b\": \"2.0.0\"\n  }\n}\n");
    }

    [Fact]
    public void The_restored_packages_of_a_project_are_found()
    {
        var assets = TestProject() / "obj" / "project.assets.json";
        var package = NuGetPackageResolver.GetLocalInstalledPackage("shouldly", assets);
        package!.Id.ShouldBe("shouldly", StringCompareShould.IgnoreCase);
        package.Version.ToString().ShouldBe("4.2.1");
        File.Exists(package.File).ShouldBeTrue();
        NuGetPackageResolver.GetLocalInstalledPackage("Shouldly", assets, "1.0.0").ShouldBeNull();
        NuGetPackageResolver.GetLocalInstalledPackage("No.Such.Package", assets).ShouldBeNull();
        NuGetPackageResolver.GetGlobalInstalledPackage("Shouldly", "4.*", assets)!.Version.ToString().ShouldBe("4.2.1");
        NuGetPackageResolver.GetGlobalInstalledPackage("Shouldly", "5.0.0", assets).ShouldBeNull();
    }

    [Fact]
    public void The_newest_framework_that_runs_is_chosen()
    {
        string[] files = [
            "/p/tools/netcoreapp3.1/any/x.dll",
            "/p/tools/net8.0/any/x.dll",
            "/p/tools/net8.0/any/x.exe",
            "/p/tools/net99.0/any/x.dll",
            "/p/tools/net472/x.exe"
        ];
        NuGetToolPathResolver.Best(files, framework: null).ShouldBe("/p/tools/net8.0/any/x.dll");
        NuGetToolPathResolver.Best(files, "net99.0").ShouldBe("/p/tools/net99.0/any/x.dll");
        NuGetToolPathResolver.Best(files[3..], framework: null).ShouldBe("/p/tools/net99.0/any/x.dll");
    }

    [Fact]
    public void The_latest_version_is_read_from_what_feeds_answer()
    {
        NuGetVersionResolver.OfAll("""{"versions":["1.9.0","1.10.0","2.0.0-rc.1"]}""", includePrereleases: false).ShouldBe("1.10.0");
        NuGetVersionResolver.OfAll("""{"versions":["1.9.0","2.0.0-rc.1"]}""", includePrereleases: true).ShouldBe("2.0.0-rc.1");
        NuGetVersionResolver.OfSearch("""{"data":[{"version":"3.1.1"}]}""").ShouldBe("3.1.1");
        NuGetVersionResolver.OfSearch("""{"data":[]}""").ShouldBeNull();
        NpmVersionResolver.Of("""{"dist-tags":{"latest":"5.0.0"}}""").ShouldBe("5.0.0");
        LatestMavenVersionAttribute
            .Of("<metadata><versioning><versions><version>1.2</version><version>1.10-beta</version></versions></versioning></metadata>", false)
            .ShouldBe("1.2.0");
        LatestMyGetVersionAttribute
            .Of("<rss><channel><title>x</title><item><title>[nuget] feed/Pack (version 1.2.3)</title></item></channel></rss>", "Pack")
            .ShouldBe("1.2.3");
        const string releases =
            """[{"tag_name":"v2.0.0-rc.1","name":"2.0.0-rc.1"},{"tag_name":"v1.9.0","name":"1.9.0"},{"tag_name":"cli-v1.10.0","name":null}]""";
        new LatestGitHubReleaseAttribute("o/n").Of(releases).ShouldBe("1.9.0");
        new LatestGitHubReleaseAttribute("o/n") { UseTagName = true, Pattern = "^cli-v(?<version>.*)" }.Of(releases).ShouldBe("1.10.0");
        new LatestGitHubReleaseAttribute("o/n") { IncludePrerelease = true }.Of(releases).ShouldBe("2.0.0-rc.1");
    }

    private static AbsolutePath TestProject() => Repository.PathOf("tests", "Nuke.Common.Tests");
}
