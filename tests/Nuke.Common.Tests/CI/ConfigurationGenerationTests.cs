using Nuke.Common.CI;
using Nuke.Common.CI.GitHubActions;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.CI;

public sealed class ConfigurationGenerationTests : IDisposable
{
    private static readonly DateTime LongAgo = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TestRun _run = new();

    public ConfigurationGenerationTests() => _run.Write("build.cmd", "");

    public void Dispose() => _run.Dispose();

    private string WorkflowFile => Path.Combine(_run.Root, ".github", "workflows", "ci.yml");

    [GitHubActions("ci", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], InvokedTargets = ["Test"])]
    private sealed class Generated : NukeBuild
    {
        Target Test => _ => _.Executes(() => { });
    }

    private void Test() => _run.Run<Generated>("Test").ShouldBe(0, _run.Output);

    [Fact]
    public void A_local_run_writes_the_file_and_says_so()
    {
        Test();
        File.ReadAllText(WorkflowFile).ShouldContain("on: [push]");
        _run.Output.ShouldContain(
            "Configuration files for GitHubActions (ci) have changed. .github/workflows/ci.yml is written as the build class says: commit it");
        Directory.GetFiles(Path.GetDirectoryName(WorkflowFile)!).ShouldBe([WorkflowFile]);
    }

    [Fact]
    public void A_file_that_is_up_to_date_is_not_touched()
    {
        Test();
        File.SetLastWriteTimeUtc(WorkflowFile, LongAgo);
        Test();
        File.GetLastWriteTimeUtc(WorkflowFile).ShouldBe(LongAgo);
    }

    [Fact]
    public void Line_ends_that_a_checkout_turned_are_no_change()
    {
        Test();
        File.WriteAllText(WorkflowFile, File.ReadAllText(WorkflowFile).Replace("\n", "\r\n"));
        File.SetLastWriteTimeUtc(WorkflowFile, LongAgo);
        Test();
        File.GetLastWriteTimeUtc(WorkflowFile).ShouldBe(LongAgo);
    }

    [Fact]
    public void What_was_changed_by_hand_is_written_again_with_a_warning()
    {
        Test();
        var content = File.ReadAllText(WorkflowFile);
        File.AppendAllText(WorkflowFile, "# mine\n");
        Test();
        File.ReadAllText(WorkflowFile).ShouldBe(content);
        _run.Output.ShouldContain("what was changed in it by hand is gone");
    }

    [Theory]
    [InlineData("GITHUB_ACTIONS")]
    [InlineData("CODEBUILD_BUILD_ID")]
    public void A_server_writes_nothing(string variable)
    {
        _run.Variables[variable] = "true";
        Test();
        File.Exists(WorkflowFile).ShouldBeFalse();
    }

    [Theory]
    [InlineData("--plan")]
    [InlineData("--help")]
    public void Looking_writes_nothing(string argument)
    {
        _run.Run<Generated>($"Test {argument}").ShouldBe(0, _run.Output);
        File.Exists(WorkflowFile).ShouldBeFalse();
    }

    [Fact]
    public void A_file_that_is_read_only_is_a_warning_locally_and_an_error_when_asked_for()
    {
        _run.Write(".github/workflows/ci.yml", "mine");
        File.SetAttributes(WorkflowFile, FileAttributes.ReadOnly);
        try
        {
            Test();
            _run.Output.ShouldContain("Configuration files for GitHubActions (ci) are out of date, and cannot be written: ");
            _run.Run<Generated>("--generate-configuration GitHubActions_ci").ShouldBe(-1);
            _run.Output.ShouldContain("GitHubActions (ci) cannot be generated: ");
            File.ReadAllText(WorkflowFile).ShouldBe("mine");
            Directory.GetFiles(Path.GetDirectoryName(WorkflowFile)!).ShouldBe([WorkflowFile]);
        }
        finally
        {
            File.SetAttributes(WorkflowFile, FileAttributes.Normal);
        }
    }

    [Fact]
    public void A_folder_in_the_way_is_named()
    {
        _run.Write(".github/workflows", "a file where the folder should be");
        _run.Run<Generated>("--generate-configuration GitHubActions_ci").ShouldBe(-1);
        _run.Output.ShouldContain("GitHubActions (ci) cannot be generated: ");
        _run.Output.ShouldContain(".github/workflows");
    }

    [UnixFact]
    public void A_link_stays_a_link()
    {
        _run.Write("elsewhere/ci.yml", "old");
        Directory.CreateDirectory(Path.GetDirectoryName(WorkflowFile)!);
        File.CreateSymbolicLink(WorkflowFile, Path.Combine(_run.Root, "elsewhere", "ci.yml"));
        Test();
        new FileInfo(WorkflowFile).LinkTarget.ShouldNotBeNull();
        File.ReadAllText(Path.Combine(_run.Root, "elsewhere", "ci.yml")).ShouldContain("on: [push]");
    }

    [Fact]
    public void Generating_twice_says_that_nothing_changed()
    {
        _run.Run<Generated>("--generate-configuration GitHubActions_ci").ShouldBe(0);
        _run.Output.ShouldEndWith("ci.yml was written.");
        _run.Run<Generated>("--generate-configuration githubactions_CI").ShouldBe(0);
        _run.Output.ShouldEndWith("ci.yml is up to date.");
    }

    [Fact]
    public void An_unknown_id_lists_the_known_ones()
    {
        _run.Run<Generated>("--generate-configuration GitHubActions_ic").ShouldBe(-1);
        _run.Output.ShouldContain("Did you mean 'GitHubActions_ci'? Known ids: GitHubActions_ci.");
    }

    [GitHubActions("ci", GitHubActionsImage.UbuntuLatest, On = [GitHubActionsTrigger.Push], AutoGenerate = false)]
    [GitHubActions("ci", GitHubActionsImage.WindowsLatest, On = [GitHubActionsTrigger.Push], AutoGenerate = false)]
    private sealed class Twice : NukeBuild
    {
        Target Test => _ => _.Executes(() => { });
    }

    [Fact]
    public void Two_attributes_of_one_name_are_refused()
    {
        _run.Run<Twice>("--generate-configuration GitHubActions_ci").ShouldBe(-1);
        _run.Output.ShouldContain("2 attributes of the build class generate 'GitHubActions_ci'");
    }

    [Fact]
    public void A_generator_that_is_turned_off_writes_only_when_asked_for()
    {
        _run.Run<Twice>("Test").ShouldBe(0, _run.Output);
        File.Exists(WorkflowFile).ShouldBeFalse();
    }

    /// <summary>A generator of a build's own, for a server that NUKE does not generate for.</summary>
    private sealed class OwnGeneratorAttribute : ConfigurationAttributeBase
    {
        public bool Fails { get; set; }
        public bool WritesElsewhere { get; set; }

        public override Type HostType => typeof(Nuke.Common.CI.GitLab.GitLab);
        public override AbsolutePath ConfigurationFile => Build.RootDirectory / ".gitlab-ci.yml";
        public override IEnumerable<AbsolutePath> GeneratedFiles => [WritesElsewhere ? Elsewhere : ConfigurationFile];
        public override IEnumerable<string> RelevantTargetNames => ["Test"];
        public override IEnumerable<string> IrrelevantTargetNames => ["Restore"];
        public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "#");

        public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets)
            => new Script { Targets = relevantTargets, Fails = Fails };

        public override void SerializeState() => File.WriteAllText(Build.RootDirectory / "state", Build.IsFinished ? "finished" : "running");

        protected override StreamWriter CreateStream() => WritesElsewhere ? new StreamWriter(File.Create(Elsewhere)) : base.CreateStream();

        private AbsolutePath Elsewhere => Build.RootDirectory / "elsewhere.yml";

        private sealed class Script : ConfigurationEntity
        {
            public required IReadOnlyCollection<ExecutableTarget> Targets { get; init; }
            public required bool Fails { get; init; }

            public override void Write(CustomFileWriter writer)
            {
                writer.WriteLine("build:");
                using (writer.Indent())
                {
                    writer.WriteLine($"script: ./build.cmd {Targets.Select(x => x.Name).JoinSpace()}");
                }

                if (Fails)
                {
                    throw new InvalidOperationException("The generator broke.");
                }
            }
        }
    }

    private abstract class OwnBase : NukeBuild
    {
        Target Restore => _ => _.Executes(() => { });
        Target Prepare => _ => _.Executes(() => { });
        Target Test => _ => _.DependsOn(Restore, Prepare).Executes(() => { });
    }

    [OwnGenerator]
    private sealed class Own : OwnBase;

    [OwnGenerator(Fails = true)]
    private sealed class Broken : OwnBase;

    [OwnGenerator(WritesElsewhere = true)]
    private sealed class Elsewhere : OwnBase;

    [Fact]
    public void A_builds_own_generator_gets_the_relevant_targets_in_order()
    {
        _run.Run<Own>("--generate-configuration GitLab").ShouldBe(0, _run.Output);
        File.ReadAllText(Path.Combine(_run.Root, ".gitlab-ci.yml")).ShouldBe("""
            # Generated from [OwnGenerator] on the build class; changes made here are lost.
            # To generate it again: ./build.cmd --generate-configuration GitLab --host GitLab

            build:
              script: ./build.cmd Prepare Test

            """);
    }

    [Fact]
    public void A_generator_that_breaks_leaves_the_file_as_it_was()
    {
        _run.Write(".gitlab-ci.yml", "as it was");
        _run.Run<Broken>("--generate-configuration GitLab").ShouldBe(-1);
        _run.Output.ShouldContain("The generator broke.");
        File.ReadAllText(Path.Combine(_run.Root, ".gitlab-ci.yml")).ShouldBe("as it was");
    }

    [Fact]
    public void A_generator_that_writes_somewhere_else_is_noticed_by_its_files()
    {
        _run.Run<Elsewhere>("Test").ShouldBe(0, _run.Output);
        _run.Output.ShouldContain("elsewhere.yml is written as the build class says");
        _run.Output.ShouldNotContain("gitlab-ci");
    }

    [Theory]
    [InlineData("GITLAB_CI", "finished")]
    [InlineData("GITHUB_ACTIONS", null)]
    [InlineData("NONE", null)]
    public void State_is_kept_at_the_end_of_a_build_on_the_generators_own_server(string variable, string? state)
    {
        _run.Variables[variable] = "true";
        _run.Run<Own>("Test").ShouldBe(0, _run.Output);
        var file = Path.Combine(_run.Root, "state");
        (File.Exists(file) ? File.ReadAllText(file) : null).ShouldBe(state);
    }
}
