using Fairlead.Components.Deployments;
using Fairlead.Components.Reporting;
using Fairlead.Releases;
using Fairlead.Verification;
using Nuke.Common;
using Nuke.Common.Utilities.Collections;
using Serilog;

namespace Fairlead.Components;

/// <summary>Asks the public URL, as a visitor would, whether this very release serves and works.</summary>
public interface ISmokeTest : IHazDeployment
{
    /// <summary>The checks, in order. Those that write run only when something was deployed.</summary>
    IReadOnlyList<SmokeCheck> SmokeChecks { get; }

    Target SmokeTest => _ => _
        .Description("Checks through the public URL that this release serves and works")
        .DependsOn<IInvalidate>(x => x.Invalidate)
        .WhenSkipped(DependencyBehavior.Execute) // without the checks a deploy is still one, and says that nobody looked
        .TryTriggers<IUnlock>(x => x.Unlock)
        .Executes(async () =>
        {
            if (Deployment.Place.Unserved is { } unserved)
            {
                // Unchanged would say that what runs was seen to be right, and Succeeded that it passed.
                ReportSummary(_ => _.AddPair("Outcome", "Not run"));
                Log.Warning("The smoke tests did not run. {Reason:l} What was deployed is not smoke-tested.", unserved);
                return;
            }

            var identity = await Deployment.ReleaseAsync();
            this.Report(await Deployment.GuardAsync(async () =>
            {
                using var runner = new SmokeRunner(LogReporter.Instance, TimeProvider.System);
                var report = await runner.RunAsync(
                    SmokeChecks,
                    new SmokeOptions
                    {
                        PublicUrl = Deployment.Place.Outputs.PublicUrl,
                        ReleaseId = identity.Release.ToString(),
                        IncludeWrites = identity.Kind != ReleaseIdentityKind.Current,
                    },
                    Cancellation.Token);
                var passed = report.Checks.Count(x => x.Status == SmokeStatus.Passed);
                ReportSummary(_ => _.AddPair("Passed", passed.ToString(System.Globalization.CultureInfo.InvariantCulture)));
                if (!report.IsSuccess)
                {
                    return new Outcome(
                        OutcomeKind.Failed,
                        $"Smoke checks failed:{string.Concat(report.Failures.Select(x => $"{Environment.NewLine}    {x.Check}: {x.Detail}"))}{Environment.NewLine}");
                }

                Deployment.SmokeTestsPassed(identity.Release);
                return identity.Kind == ReleaseIdentityKind.Current
                    ? Outcome.Unchanged($"{passed} checks that only read passed.")
                    : Outcome.Succeeded($"{passed} checks passed.");
            }));
        });
}
