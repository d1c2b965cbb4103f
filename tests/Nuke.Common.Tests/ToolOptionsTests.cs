using Nuke.Common.Tooling;
using Nuke.Common.Tools.DotNet;
using Nuke.Common.Tools.Npm;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests;

public sealed class ToolOptionsTests
{
    private static string Line(ToolOptions options) => CommandLineBuilder.Build(options).Arguments;

    [Fact]
    public void Dotnet_build_is_written_with_the_project_first() => Line(new DotNetBuildSettings()
            .SetConfiguration("Release").EnableNoRestore().SetProjectFile("/a b/App.csproj").SetVerbosity(DotNetVerbosity.quiet)
            .SetProperty("Version", "1.2").SetContinuousIntegrationBuild(true).DisableNoLogo().SetSelfContained(false))
        .ShouldBe("build \"/a b/App.csproj\" --configuration Release --no-restore --self-contained false --verbosity quiet "
            + "/property:Version=1.2 /property:ContinuousIntegrationBuild=true");

    [Fact]
    public void Dotnet_test_writes_run_settings_last_behind_additional_arguments() => Line(new DotNetTestSettings()
            .AddRunSetting("A.B", 1).AddRunSetting("C", "d e").AddLoggers("trx;LogFileName=x.trx").AddLoggers("console")
            .SetProcessAdditionalArguments("--tl:off"))
        .ShouldBe("test --logger trx;LogFileName=x.trx --logger console --tl:off -- A.B=1 C=\"d e\"");

    [Fact]
    public void Npm_run_passes_arguments_behind_two_dashes() =>
        Line(new NpmRunSettings().SetArguments("--mode", "dev mode").SetCommand("build")).ShouldBe("run build -- --mode \"dev mode\"");

    [Fact]
    public void Options_are_immutable_and_compose()
    {
        var start = new DotNetPublishSettings().SetConfiguration("Debug");
        Configure<DotNetPublishSettings> release = _ => _.SetConfiguration("Release");
        var changed = start.Apply(release).When(true, _ => _.EnableNoLogo()).When(x => x.NoLogo == true, _ => _.SetRuntime("linux-x64"));
        start.Configuration.ShouldBe("Debug");
        start.NoLogo.ShouldBeNull();
        Line(changed).ShouldBe("publish --configuration Release --runtime linux-x64 --nologo");
        start.CombineWith(["a", "b"], (_, v) => _.SetProject(v)).Select(x => x.Project).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Combinations_run_all_when_told_to_complete_and_report_every_failure()
    {
        var ran = 0;
        CombinatorialConfigure<DotNetTestSettings> three = _ => _.CombineWith([1, 2, 3], (_, v) => _.SetFilter($"{v}"));
        var exception = Should.Throw<AggregateException>(() => three.Invoke(
            x =>
            {
                Interlocked.Increment(ref ran);
                return x.Filter == "2" ? [] : throw new InvalidOperationException(x.Filter);
            },
            degreeOfParallelism: 2,
            completeOnFailure: true));
        ran.ShouldBe(3);
        exception.InnerExceptions.Select(x => x.Message).Order().ShouldBe(["1", "3"]);
    }

    [Fact]
    public void Set_process_environment_variable_keeps_the_rest_of_the_environment()
    {
        var variables = new DotNetRunSettings().SetProcessEnvironmentVariable("X", 1).ProcessEnvironmentVariables;
        variables["X"].ShouldBe("1");
        variables.Keys.ShouldContain("PATH");
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a b", "\"a b\"")]
    [InlineData("say \"hi\"", "\"say \\\"hi\\\"\"")]
    [InlineData("C:\\a b\\", "\"C:\\a b\\\\\"")]
    [InlineData("\"a b\"", "\"a b\"")]
    public void Interpolated_values_are_quoted_when_needed(string value, string expected)
    {
        ArgumentStringHandler handler = $"x {value}";
        handler.ToStringAndClear().ShouldBe($"x {expected}");
    }

    [Fact]
    public void Values_inside_of_written_quotes_are_not_quoted_again()
    {
        var message = "two words";
        ArgumentStringHandler handler = $"commit -m \"{message}\" {new[] { "a", "b c" }}";
        handler.ToStringAndClear().ShouldBe("commit -m \"two words\" a \"b c\"");
    }
}
