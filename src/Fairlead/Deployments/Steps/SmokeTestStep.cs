using Fairlead.Releases;
using Fairlead.Secrets;
using Fairlead.Verification;

namespace Fairlead.Deployments.Steps;

/// <summary>Asks the public URL, as a visitor would, whether this very release serves and works. Changes nothing at the place itself.</summary>
internal sealed class SmokeTestStep(Deployment deployment, IReadOnlyList<SmokeCheck> checks) : ReleaseStep(StepNames.SmokeTest)
{
    /// <inheritdoc/>
    public override async Task<StepLook> LookAsync(CancellationToken cancellationToken)
    {
        if (checks.Count == 0)
        {
            return StepLook.NotApplicable("The build names no checks.");
        }

        if (deployment.Place.Unserved is { } unserved)
        {
            return StepLook.NotApplicable(unserved);
        }

        var asked = await WritesAsync() ? checks.Count : checks.Count(x => !x.IsWrite);
        return StepLook.Unchanged($"{asked} checks are to ask {deployment.Place.Outputs.PublicUrl?.Shown()}.");
    }

    /// <inheritdoc/>
    public override Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
        => throw new InvalidOperationException("Smoke tests change nothing at the place.");

    /// <inheritdoc/>
    public override async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
    {
        var release = (await deployment.ReleaseAsync()).Release;
        var writes = await WritesAsync();
        using var runner = new SmokeRunner(deployment.Reporter, deployment.Time);
        var report = await runner.RunAsync(
            checks,
            new SmokeOptions
            {
                PublicUrl = deployment.Place.Outputs.PublicUrl!,
                ReleaseId = release.ToString(),
                IncludeWrites = writes,
            },
            cancellationToken);
        deployment.SmokeResults = report.Checks;
        var passed = report.Checks.Count(x => x.Status == SmokeStatus.Passed);
        if (!report.IsSuccess)
        {
            return new Outcome(
                OutcomeKind.Failed,
                passed == 0 && !report.Failures.Any()
                    ? "No smoke check ran."
                    : $"Smoke checks failed:{string.Concat(report.Failures.Select(x => $"{Environment.NewLine}    {x.Check}: {x.Detail}"))}"
                        + Environment.NewLine);
        }

        deployment.SmokeTested = release;
        return writes ? Outcome.Succeeded($"{passed} checks passed.") : Outcome.Unchanged($"{passed} checks that only read passed.");
    }

    /// <summary>Checks that write, such as one that places an order, run only where something was deployed, or gone back to.</summary>
    private async Task<bool> WritesAsync() => (await deployment.ReleaseAsync()).Kind != ReleaseIdentityKind.Current || deployment.GoesBack;
}
