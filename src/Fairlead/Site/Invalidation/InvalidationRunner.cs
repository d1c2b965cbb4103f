using Amazon.CloudFront;
using Amazon.CloudFront.Model;
using Fairlead.Aws;
using Fairlead.Releases;
using Fairlead.Reporting;

namespace Fairlead.Site.Invalidation;

/// <summary>Makes the edge forget paths, and waits until it has.</summary>
public sealed class InvalidationRunner(AmazonCloudFrontClient cloudFront, InvalidationOptions options, IReporter reporter, TimeProvider clock)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    /// <summary>Returns when CloudFront says <c>Completed</c>: no edge serves an old copy after that. Every call makes an invalidation of its own.</summary>
    /// <param name="plan">The paths.</param>
    /// <param name="occasion">What it is for, to be read in CloudFront's console: the release, and the fence of the run's lock.</param>
    /// <param name="cancellationToken">Ends the waiting; the invalidation goes on.</param>
    /// <exception cref="FairleadException">CloudFront refused, or did not complete in time.</exception>
    public async Task<InvalidationResult> RunAsync(InvalidationPlan plan, string occasion, CancellationToken cancellationToken = default)
    {
        if (plan.IsEmpty)
        {
            return new InvalidationResult(Outcome.Unchanged("No entry point changed."), null, [], TimeSpan.Zero);
        }

        try
        {
            return await InvalidateAsync(plan, occasion, cancellationToken);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or FairleadException))
        {
            throw AwsErrors.Explain(exception, $"invalidate the distribution '{options.DistributionId}'");
        }
    }

    private async Task<InvalidationResult> InvalidateAsync(InvalidationPlan plan, string occasion, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var created = await CreateAsync(plan, occasion, start, cancellationToken);
        var id = created.Invalidation?.Id ?? throw new FairleadException(
            $"The distribution '{options.DistributionId}' did not name the invalidation that it made.",
            "The endpoint does not speak CloudFront's protocol.",
            "Check AWS_ENDPOINT_URL, then run again.");
        var status = created.Invalidation.Status;
        for (var delay = FirstDelay; status != "Completed"; delay = Longer(delay))
        {
            if (clock.GetElapsedTime(start) > options.Timeout)
            {
                throw new FairleadException(
                    $"The invalidation '{id}' of the distribution '{options.DistributionId}' is not complete after {options.Timeout.TotalSeconds:0} s.",
                    $"CloudFront still says {status}, so some visitors may get the earlier pages.",
                    "Run the build again: it asks for another one and waits for that.");
            }

            reporter.Progress("Invalidating", 0, 0);
            await Task.Delay(delay, clock, cancellationToken);
            var answer = await cloudFront.GetInvalidationAsync(
                new GetInvalidationRequest { DistributionId = options.DistributionId, Id = id },
                cancellationToken);
            status = answer.Invalidation?.Status;
        }

        return new InvalidationResult(Outcome.Succeeded($"The edge forgot {string.Join(" ", plan.Paths)}."), id, plan.Paths, clock.GetElapsedTime(start));
    }

    /// <summary>Asks for the invalidation. Where as many are under way as CloudFront takes, waits until it takes this one.</summary>
    private async Task<CreateInvalidationResponse> CreateAsync(InvalidationPlan plan, string occasion, long start, CancellationToken cancellationToken)
    {
        var request = new CreateInvalidationRequest
        {
            DistributionId = options.DistributionId,
            InvalidationBatch = new InvalidationBatch
            {
                // To a reference that it knows CloudFront answers with the invalidation of then, and forgets nothing. The same release may have to be
                // invalidated again, so the reference is this attempt's; the client's own retries send the same request.
                CallerReference = $"{occasion}-{Guid.NewGuid():N}",
                Paths = new Paths { Quantity = plan.Paths.Count, Items = [.. plan.Paths] },
            },
        };
        for (var delay = FirstDelay; ; delay = Longer(delay))
        {
            try
            {
                return await cloudFront.CreateInvalidationAsync(request, cancellationToken);
            }
            catch (AmazonCloudFrontException exception) when (exception.ErrorCode == "TooManyInvalidationsInProgress")
            {
                // 3,000 paths, and 15 with a wildcard, may be under way for a distribution at a time, whoever asked for them:
                // https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations
                if (clock.GetElapsedTime(start) > options.Timeout)
                {
                    throw new FairleadException(
                        $"The distribution '{options.DistributionId}' takes no invalidation after {options.Timeout.TotalSeconds:0} s.",
                        "As many as CloudFront allows are under way, so visitors may get the earlier pages.",
                        $"Look who else invalidates it (`aws cloudfront list-invalidations --distribution-id {options.DistributionId}`), and run again.",
                        exception);
                }

                reporter.Progress("Waiting until CloudFront takes another invalidation", 0, 0);
                await Task.Delay(delay, clock, cancellationToken);
            }
        }
    }

    private static TimeSpan Longer(TimeSpan delay) => delay * 1.6 < LongestDelay ? delay * 1.6 : LongestDelay;
}
