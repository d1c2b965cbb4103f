using Nuke.Common.Tooling;
using Nuke.Common.Tools.Docker;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.Npm;

namespace Nuke.Common.Tests.Tools;

public sealed class SettingsTests
{
    private static string Line(ToolOptions options) => CommandLineBuilder.Build(options).Arguments;

    [Fact]
    public void Dotnet_build_is_written_with_the_project_first_and_the_rest_in_the_order_in_which_it_was_set() => Line(new DotNetBuildSettings()
            .SetConfiguration("Release").EnableNoRestore().SetProjectFile("/a b/App.csproj").SetVerbosity(DotNetVerbosity.quiet)
            .SetProperty("Version", "1.2").SetContinuousIntegrationBuild(true).DisableNoLogo().SetSelfContained(false))
        .ShouldBe("build \"/a b/App.csproj\" --configuration Release --no-restore --verbosity quiet "
            + "--property:Version=1.2 --property:ContinuousIntegrationBuild=true --self-contained false");

    [Fact]
    public void Dotnet_test_writes_run_settings_behind_the_options_and_additional_arguments_last() => Line(new DotNetTestSettings()
            .AddRunSetting("A.B", 1).AddRunSetting("C", "d e").AddLoggers("trx;LogFileName=x.trx").AddLoggers("console")
            .SetProcessAdditionalArguments("--tl:off"))
        .ShouldBe("test --logger trx;LogFileName=x.trx --logger console -- A.B=1 C=\"d e\" --tl:off");

    [Fact]
    public void Targets_of_msbuild_are_joined() => Line(new DotNetMSBuildSettings().SetTargetPath("x.proj").AddTargets("A", "B").SetMaxCpuCount(2))
        .ShouldBe("msbuild x.proj /target:A;B /maxcpucount:2");

    [Fact]
    public void Well_known_properties_are_entries_of_the_properties()
    {
        var pack = new DotNetPackSettings().SetVersion("1.2").AddNoWarns(1591, 1573).AddNoWarns(612).RemoveNoWarns(1573).SetAuthors("a", "b")
            .EnableDeterministic().ToggleDeterministic().TogglePublishTrimmed().ResetVersion();
        pack.Properties.ShouldBe(new Dictionary<string, object>
        {
            ["NoWarn"] = "1591;612",
            ["Authors"] = "a,b",
            ["Deterministic"] = false,
            ["PublishTrimmed"] = true,
        });
        Line(pack).ShouldBe("pack --property:NoWarn=1591;612 --property:Authors=a,b --property:Deterministic=false --property:PublishTrimmed=true");
    }

    [Fact]
    public void Npm_run_passes_arguments_behind_two_dashes()
        => Line(new NpmRunSettings().SetArguments("--mode", "dev mode").SetCommand("build")).ShouldBe("run build -- --mode \"dev mode\"");

    [Fact]
    public void Npm_run_without_arguments_writes_no_dashes() => Line(new NpmRunSettings().SetCommand("build").SetArguments()).ShouldBe("run build");

    [Fact]
    public void Docker_run_ends_with_the_image_the_command_and_its_arguments() => Line(new DockerRunSettings()
            .SetImage("alpine:3").SetCommand("echo").SetArgs("a b", "c").EnableRm().AddEnv("X=1", "Y=2 3").SetCpus(1.5m).SetLogLevel(DockerLogLevel.warn)
            .SetSysctl(new Dictionary<string, string> { ["net.core.somaxconn"] = "1024" }))
        .ShouldBe("run --rm --env X=1 --env \"Y=2 3\" --cpus 1.5 --log-level warn --sysctl net.core.somaxconn=1024 alpine:3 echo \"a b\" c");

    [Fact]
    public void Docker_buildx_build_ends_with_the_context() => Line(new DockerBuildxBuildSettings()
            .SetPath(".").SetPlatform("linux/amd64,linux/arm64").AddTag("x:1").EnablePush().SetProgress(DockerProgressType.plain))
        .ShouldBe("buildx build --platform linux/amd64,linux/arm64 --tag x:1 --push --progress plain .");

    [Fact]
    public void A_password_of_docker_login_is_not_shown()
    {
        var (arguments, filter) = CommandLineBuilder.Build(new DockerLoginSettings().SetUsername("me").SetPassword("pa\"ss word").SetServer("host:5000"));
        arguments.ShouldBe("login --username me --password \"pa\\\"ss word\" host:5000");
        filter(arguments).ShouldBe("login --username me --password \"[REDACTED]\" host:5000");
        filter("I was given pa\"ss word").ShouldBe("I was given [REDACTED]");
    }

    [Theory]
    [InlineData("a;b", "a%3Bb")]
    [InlineData("100% $(x) @(y) 'z' ?*", "100%25 %24(x) %40(y) %27z%27 %3F%2A")]
    public void Text_for_msbuild_is_escaped(string text, string escaped) => DotNetTasks.EscapeMSBuild(text).ShouldBe(escaped);
}
