using Fairlead.Releases;
using Fairlead.Site;
using Fairlead.Site.Invalidation;
using Serilog;

namespace Fairlead.Components.Deployments;

/// <summary>Brings service and site back to the last verified release together, when a target fails after the service was changed.</summary>
internal static class DeploymentRollback
{
    /// <summary>Runs the effects of a target that comes after DeployService; when they fail, rolls back and says so.</summary>
    /// <exception cref="FairleadException">The effects failed; the message says whether the earlier release serves again.</exception>
    public static async Task<Outcome> GuardAsync(this DeployRun deployment, Func<Task<Outcome>> effects)
    {
        Outcome outcome;
        try
        {
            outcome = await effects();
            if (outcome.IsSuccess)
            {
                return outcome;
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            outcome = new Outcome(OutcomeKind.Failed, exception.Message);
        }

        return await deployment.RollBackAsync(outcome);
    }

    /// <summary>Rolls back what this run changed, as far as --on-failure allows, and says what serves now. Never throws for what fails on the way.</summary>
    public static async Task<Outcome> RollBackAsync(this DeployRun deployment, Outcome failure)
    {
        RollbackPlan plan;
        try
        {
            var identity = await deployment.ReleaseAsync();
            var previous = identity.Current is { } current && current.Release != identity.Release
                ? await deployment.Ledger.ReadAsync(current.Release, Cancellation.Token)
                : null;
            var failed = await ReleaseRecord.CreateAsync(deployment, new Outcome(OutcomeKind.Failed, failure.Reason));
            plan = RollbackPlan.Create(failed, previous, deployment.Progress);
            if (plan.IsEmpty)
            {
                return failure;
            }

            if (string.Equals(deployment.Build.OnFailure, "stop", StringComparison.OrdinalIgnoreCase))
            {
                return failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} Nothing was rolled back, as --on-failure stop asks." };
            }

            Log.Warning("{Plan:l}", plan.ToString());
            if (!plan.IsPossible)
            {
                return failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} {plan.Refusal}" };
            }

            foreach (var step in plan.Steps)
            {
                await RunAsync(deployment, step);
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return failure with { Kind = OutcomeKind.Failed, Reason = $"{failure.Reason} Rolling back did not work either: {exception.Message}" };
        }

        // What was undone must not be undone again, nor be taken for something that still has to go back.
        deployment.Progress = deployment.Progress with { ServiceChanged = false, EntryPointsChanged = false };
        return failure with
        {
            Kind = OutcomeKind.RolledBack,
            Reason = $"{failure.Reason} Release {plan.Target} "
                + $"{(deployment.Place.Unserved is null ? "serves again" : "is back, as the service host says; nothing was asked through the public URL")}."
        };
    }

    private static async Task RunAsync(DeployRun deployment, RollbackStep step)
    {
        Log.Information("{Step:l}", step.ToString());
        deployment.Lock?.ThrowIfLost();
        switch (step)
        {
            case RollbackStep.ServiceBack back:
                var result = await ((IDeployService)deployment.Build).ServiceHost.RollbackAsync(back.Revision, Cancellation.Token);
                if (!result.Outcome.IsSuccess)
                {
                    throw new FairleadException("The service is not back.", result.Outcome.Reason, "");
                }

                break;
            case RollbackStep.EntryPointBack back:
                var copy = await deployment.Ledger.ReadEntryPointAsync(back.Release, back.Path, Cancellation.Token)
                           ?? throw new FairleadException($"{back.Path} is not back.", $"The ledger has no copy of it for release {back.Release}.", "");
                await deployment
                    .SiteRunner()
                    .RestoreEntryPointsAsync([new EntryPointContent(back.Path, copy.Content, copy.ContentType, copy.CacheControl)], Cancellation.Token);
                break;
            case RollbackStep.EntryPointGone gone:
                await deployment.Place.Aws.S3.DeleteObjectAsync(deployment.Place.Outputs.SiteBucket, gone.Path, Cancellation.Token);
                break;
            case RollbackStep.Invalidate invalidate:
                var paths = await deployment.IsInterruptedAsync()
                    ? InvalidationPlan.Everything
                    : InvalidationPlan.Of(invalidate.Paths.Select(x => x.TrimStart('/')).Where(x => x.Length > 0));
                var undone = await deployment.InvalidateAsync(paths, $"rollback-of-{(await deployment.ReleaseAsync()).Release}");
                if (!undone.IsSuccess)
                {
                    throw new FairleadException("The edge may still hold entry points of the failed release.", undone.Reason, "");
                }

                break;
            case RollbackStep.Verify verify:
                var verified = await deployment.VerifyServedAsync(verify.Release);
                if (!verified.IsSuccess)
                {
                    throw new FairleadException($"Release {verify.Release} does not serve.", verified.Reason, "");
                }

                break;
        }
    }
}
