using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Deployments.Steps;

/// <summary>Asks the public URL, as a visitor would, whether this very release serves and works. Changes nothing at the place itself.</summary>
internal sealed class SmokeTestStep(Deployment deployment, IReadOnlyList<SmokeCheck> checks) : ReleaseStep("smoke test")
{
    /// <inheritdoc/>
    public override Task<StepLook> LookAsync(CancellationToken cancellationToken) => Task.FromResult(
        checks.Count == 0 ? StepLook.NotApplicable("The build names no checks.")
        : deployment.Place.Unserved is { } unserved ? StepLook.NotApplicable(unserved)
        : StepLook.Unchanged($"{checks.Count} checks are to ask {deployment.Place.Outputs.PublicUrl}."));

    /// <inheritdoc/>
    public override Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken)
        => throw new InvalidOperationException("Smoke tests change nothing at the place.");

    /// <inheritdoc/>
    public override async Task<Outcome?> VerifyAsync(CancellationToken cancellationToken)
    {
        var identity = await deployment.ReleaseAsync();
        using var runner = new SmokeRunner(deployment.Reporter, deployment.Time);
        var report = await runner.RunAsync(
            checks,
            new SmokeOptions
            {
                PublicUrl = deployment.Place.Outputs.PublicUrl!,
                ReleaseId = identity.Release.ToString(),
                IncludeWrites = identity.Kind != ReleaseIdentityKind.Current || deployment is { Returning: not null, HasReturned: false },
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

        deployment.SmokeTested = identity.Release;
        return identity.Kind == ReleaseIdentityKind.Current
            ? Outcome.Unchanged($"{passed} checks that only read passed.")
            : Outcome.Succeeded($"{passed} checks passed.");
    }
}
