using Nuke.Common;
using Nuke.Common.ProjectModel;
using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Components;

namespace Fairlead.IntegrationTests.Engine;

/// <summary>Packages made and pushed by the real dotnet.</summary>
[Trait("Category", "Integration")]
public sealed class PublishTests : IDisposable
{
    private readonly BuildInProcess _run = new();

    public PublishTests()
    {
        // The machine's own build settings stay out of it.
        _run.Write("Directory.Build.props", "<Project />");
        _run.Write("Directory.Packages.props", "<Project />");
        _run.Write("App.slnx", """<Solution><Project Path="One/One.csproj" /><Project Path="Two/Two.csproj" /></Solution>""");
        _run.Write(".nuke/parameters.json", """{ "Solution": "App.slnx" }""");
        _run.Write("CHANGELOG.md", "## vNext\n\n- Faster, and `smaller`\n- Prints \"hello\"; and more\n");
        foreach (var name in new[] { "One", "Two" })
        {
            _run.Write($"{name}/{name}.csproj", """
                <Project Sdk="Microsoft.NET.Sdk">
                  <PropertyGroup>
                    <TargetFramework>net10.0</TargetFramework>
                    <Version>1.2.3</Version>
                  </PropertyGroup>
                </Project>
                """);
            _run.Write($"{name}/{name}.cs", $"public static class {name};");
        }
    }

    public void Dispose() => _run.Dispose();

    private sealed class Build : NukeBuild, IPublish, IHazChangelog
    {
        IEnumerable<Project> ITest.TestProjects => [];

        // The feed of the test has no certificate.
        Configure<DotNetNuGetPushSettings> IPublish.PushSettings => _ => _.AddProcessAdditionalArguments("--allow-insecure-connections");
    }

    private string Packages => Path.Combine(_run.Root, "artifacts", "packages");

    [ToolFact("dotnet")]
    public async Task Packages_are_made_once_and_pushed_one_by_one()
    {
        await using var feed = await NuGetFeed.StartAsync();
        feed.Refused = "One";

        _run.Run<Build>("Publish", "--nuget-source", feed.Url, "--nuget-api-key", feed.Key).ExitCode.ShouldNotBe(0, _run.Output);
        feed.Packages.ShouldHaveSingleItem(_run.Output).ShouldBe("Two");
        _run.Output.ShouldContain("One.1.2.3.nupkg");
        _run.Output.ShouldNotContain(feed.Key);

        feed.Refused = null;
        _run
            .Run<Build>("Publish", "--skip", "Restore", "Compile", "Test", "Pack", "--nuget-source", feed.Url, "--nuget-api-key", feed.Key).ExitCode
            .ShouldBe(0, _run.Output);
        feed.Packages.Order().ShouldBe(["One", "Two", "Two"]);
        _run.Output.ShouldNotContain(feed.Key);

        var folder = Directory.CreateDirectory(Path.Combine(_run.Root, "feed")).FullName;
        _run
            .Run<Build>("Publish", "--skip", "Restore", "Compile", "Test", "Pack", "--nuget-source", folder, "--nuget-api-key", "none").ExitCode
            .ShouldBe(0, _run.Output);
        Directory.GetFiles(folder, "*.nupkg", SearchOption.AllDirectories).Select(Path.GetFileName).Order().ShouldBe(["One.1.2.3.nupkg", "Two.1.2.3.nupkg"]);

        using var package = System.IO.Compression.ZipFile.OpenRead(Path.Combine(Packages, "One.1.2.3.nupkg"));
        using var specification = new StreamReader(package.GetEntry("One.nuspec")!.Open());
        var text = (await specification.ReadToEndAsync()).ReplaceLineEndings("\n");
        text.ShouldContain("<releaseNotes>• Faster, and smaller\n• Prints \"hello\"; and more</releaseNotes>", Case.Sensitive, text);
    }

    [ToolFact("dotnet")]
    public void Without_a_key_nothing_is_started()
    {
        _run.Run<Build>("Publish", "--nuget-source", "http://127.0.0.1:1/").ExitCode.ShouldNotBe(0, _run.Output);
        _run.Output.ShouldContain("'NuGetApiKey' is required by target 'Publish'");
        Directory.Exists(Packages).ShouldBeFalse();
    }
}
