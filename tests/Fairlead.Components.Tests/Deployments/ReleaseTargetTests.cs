using Fairlead.Components.Deployments;
using Fairlead.Deployments;
using Fairlead.Releases;
using Nuke.Common;
using Nuke.Common.Execution;

namespace Fairlead.Components.Tests.Deployments;

public sealed class ReleaseTargetTests : IDisposable
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

        var (exitCode, _) = End(failure);

        exitCode.ShouldNotBe(0);
        foreach (var told in new[]
        {
            "RolledBack",
            "It did not come up.",
            "an event",
            "exit code 17",
            "unhealthy",
            "the lamp is out of oil",
            "./build.sh Effect"
        })
        {
            _run.Output.ShouldContain(told);
        }
    }

    [Fact]
    public void A_failure_without_evidence_does_not_point_at_any()
    {
        End(new Outcome(OutcomeKind.Failed, "The page names another release."));
        End(new Outcome(OutcomeKind.Failed, "The page names another release.", new WhyBlock([], [], [], [])));

        _run.Output.ShouldNotContain("above");
    }

    [Fact]
    public void What_the_place_does_not_have_is_a_word_of_its_own()
        => ReleaseTarget.Word([Result(StepLook.NotApplicable("There is no distribution."), null)]).ShouldBe("Not applicable");

    [Fact]
    public void Several_steps_are_unchanged_only_when_all_are()
    {
        var unchanged = Result(StepLook.Unchanged(""), Outcome.Unchanged(""));

        ReleaseTarget.Word([unchanged, unchanged, Result(StepLook.NotApplicable(""), null)]).ShouldBe("Unchanged");
        ReleaseTarget.Word([unchanged, Result(StepLook.WouldChange(""), Outcome.Succeeded(""))]).ShouldBeNull();
    }

    [Fact]
    public void What_would_change_is_no_success()
        => ReleaseTarget.Word([Result(StepLook.WouldChange(""), null), Result(StepLook.Unchanged(""), null)]).ShouldBe("Would change");

    [Fact]
    public void What_was_mended_is_told()
        => ReleaseTarget.Word([Result(StepLook.WouldChange(""), Outcome.Succeeded("") with { Mended = ["service api", "1 object"] })])
            .ShouldBe("Succeeded (mended: service api, 1 object)");

    private static StepResult Result(StepLook look, Outcome? outcome) => new("step", look, outcome, 0, TimeSpan.Zero);

    private (int ExitCode, NukeBuild Build) End(Outcome outcome)
    {
        Ending.Value = outcome;
        return _run.Run<EffectBuild>("Effect");
    }

    private sealed class EffectBuild : NukeBuild, IHazDeployment
    {
        private readonly Outcome _outcome = Ending.Value!;

        public Target Effect => _ => _.Executes(() => this.Report(_outcome));
    }
}
