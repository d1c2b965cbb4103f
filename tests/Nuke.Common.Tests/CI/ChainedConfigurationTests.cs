using Nuke.Common.CI;
using Nuke.Common.Execution;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.CI;

public sealed class ChainedConfigurationTests : IDisposable
{
    private readonly TestRun _run = new();

    public ChainedConfigurationTests() => _run.Write("build.cmd", "");

    public void Dispose() => _run.Dispose();

    private sealed class JobsAttribute : ChainedConfigurationAttributeBase
    {
        public override Type HostType => typeof(Nuke.Common.CI.Jenkins.Jenkins);
        public override AbsolutePath ConfigurationFile => Build.RootDirectory / "jobs";
        public override IEnumerable<AbsolutePath> GeneratedFiles => [ConfigurationFile];
        public override IEnumerable<string> RelevantTargetNames => ["Publish"];
        public override CustomFileWriter CreateWriter(StreamWriter streamWriter) => new(streamWriter, 2, "//");

        public override ConfigurationEntity GetConfiguration(IReadOnlyCollection<ExecutableTarget> relevantTargets) => new Lines
        {
            Texts = relevantTargets.Select(x =>
                (x.Name
                    + $": {GetInvokedTargets(x, relevantTargets).Select(y => y.Name).JoinSpace()}"
                    + $" after {GetTargetDependencies(x).Select(y => y.Name).JoinSpace()}").TrimEnd()),
        };

        private sealed class Lines : ConfigurationEntity
        {
            public required IEnumerable<string> Texts { get; init; }

            public override void Write(CustomFileWriter writer)
            {
                foreach (var text in Texts)
                {
                    writer.WriteLine(text);
                }
            }
        }
    }

    private abstract class Graph : NukeBuild
    {
        Target Clean => _ => _.Executes(() => { });
        Target Restore => _ => _.Executes(() => { });
        Target Compile => _ => _.DependsOn(Clean, Restore).Executes(() => { });
        Target Test => _ => _.DependsOn(Compile).Partition(2).Executes(() => { });
        Target Pack => _ => _.DependsOn(Compile).Triggers(Announce).Executes(() => { });
        Target Announce => _ => _.Executes(() => { });
        Target Publish => _ => _.DependsOn(Test, Pack).Executes(() => { });
    }

    [Jobs(NonEntryTargets = ["Restore", "Compile", "Announce"], ExcludedTargets = ["Clean"])]
    private sealed class Chained : Graph;

    [Jobs(NonEntryTargets = ["Test"])]
    private sealed class SplitInside : Graph;

    [Fact]
    public void Each_job_runs_what_has_no_job_and_waits_for_the_jobs_that_its_target_depends_on()
    {
        _run.Run<Chained>("--generate-configuration Jenkins").ShouldBe(0, _run.Output);
        File.ReadAllLines(Path.Combine(_run.Root, "jobs")).Skip(3).Order().ShouldBe(
        [
            "Pack: Restore Compile Pack Announce after",
            "Publish: Publish after Test Pack",
            "Test: Restore Compile Test after",
        ]);
    }

    [Fact]
    public void A_split_target_cannot_run_inside_another_job()
    {
        _run.Run<SplitInside>("--generate-configuration Jenkins").ShouldBe(-1);
        _run.Output.ShouldContain("'Test' is partitioned, but runs in the job of 'Publish', which is not split.");
    }
}
