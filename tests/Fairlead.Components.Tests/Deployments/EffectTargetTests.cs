using Fairlead.Components.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components.Tests.Deployments;

public sealed class EffectTargetTests : IDisposable
{
    private static readonly AsyncLocal<Outcome> Ending = new();
    private readonly BuildInProcess _run = new();

    public void Dispose() => _run.Dispose();

    [Fact]
    public void A_success_says_its_reason()
    {
        var (exitCode, build) = End(Outcome.Succeeded("Two files went up."));

        exitCode.ShouldBe(0);
        BuildInProcess.StatusOf(build, "Effect").ShouldBe(ExecutionStatus.Succeeded);
        _run.Output.ShouldContain("Two files went up.");
        DeploymentOf(build).Failure.ShouldBeNull();
    }

    [Fact]
    public void Unchanged_is_the_word_in_the_summary()
    {
        End(Outcome.Unchanged("All is as it should be.")).ExitCode.ShouldBe(0);

        _run.Output.Split('\n').ShouldContain(x => x.StartsWith("Effect", StringComparison.Ordinal) && x.Contains("Unchanged", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(OutcomeKind.Succeeded, "Succeeded (not smoke-tested)")]
    [InlineData(OutcomeKind.Unchanged, "Unchanged (not smoke-tested)")]
    public void A_success_that_was_not_smoke_tested_never_reads_as_one_that_was(OutcomeKind kind, string word)
    {
        End(new Outcome(kind, "The host says so.") { NotSmokeTested = true }).ExitCode.ShouldBe(0);

        _run.Output.Split('\n').ShouldContain(x => x.StartsWith("Effect", StringComparison.Ordinal) && x.Contains(word, StringComparison.Ordinal));
    }

    [Fact]
    public void A_failure_is_a_failure_whether_it_was_smoke_tested_or_not()
        => new Outcome(OutcomeKind.Failed, "It did not come up.") { NotSmokeTested = true }.Word.ShouldBe("Failed");

    [Fact]
    public void A_failure_fails_the_run_and_shows_the_evidence_and_what_to_do()
    {
        var failure = new Outcome(
            OutcomeKind.RolledBack,
            "It did not come up.",
            new WhyBlock(["an event"], ["exit code 17"], ["unhealthy"], ["the lamp is out of oil"]));

        var (exitCode, build) = End(failure);

        exitCode.ShouldNotBe(0);
        foreach (var told in new[]
        {
            "RolledBack",
            "It did not come up.",
            "an event",
            "exit code 17",
            "unhealthy",
            "the lamp is out of oil",
            "./build.sh Deploy"
        })
        {
            _run.Output.ShouldContain(told);
        }

        DeploymentOf(build).Failure.ShouldBe(failure);
    }

    [Fact]
    public void A_failure_without_evidence_does_not_point_at_any()
    {
        End(new Outcome(OutcomeKind.Failed, "The page names another release."));
        End(new Outcome(OutcomeKind.Failed, "The page names another release.", new WhyBlock([], [], [], [])));

        _run.Output.ShouldNotContain("above");
    }

    private (int ExitCode, NukeBuild Build) End(Outcome outcome)
    {
        Ending.Value = outcome;
        return _run.Run<EffectBuild>("Effect");
    }

    private static DeployRun DeploymentOf(NukeBuild build) => ((IHazDeployment)build).Deployment;

    private sealed class EffectBuild : NukeBuild, IHazDeployment
    {
        private readonly Outcome _outcome = Ending.Value!;

        public Target Effect => _ => _.Executes(() => this.Report(_outcome));
    }
}
