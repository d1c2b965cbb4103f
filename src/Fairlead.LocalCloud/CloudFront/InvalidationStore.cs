using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>
/// Invalidations. They take <see cref="Duration"/>, and the edge keeps serving the old copies until then: a client that does not wait for
/// <c>Completed</c> sees here what it could see on AWS.
/// </summary>
internal sealed class InvalidationStore(DistributionStore distributions, TimeProvider clock)
{
    /// <summary>Long enough that a client which does not wait is noticed, short enough that nobody minds. AWS takes some seconds to minutes.</summary>
    public static readonly TimeSpan Duration = TimeSpan.FromMilliseconds(400);

    /// <summary>CloudFront's own limits: paths under way for a distribution at a time, without and with a wildcard
    /// (https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html#limits-invalidations).</summary>
    private const int MaxPaths = 3000;
    private const int MaxWildcards = 15;

    private readonly Lock _lock = new();
    private readonly List<StoredInvalidation> _pending = [];

    public string Status(StoredInvalidation invalidation) => IsCompleted(invalidation) ? "Completed" : "InProgress";

    /// <summary>
    /// Idempotent by caller reference: the same paths again give the first invalidation back, however long it is completed, and nothing is forgotten
    /// once more; other paths are refused
    /// (https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_InvalidationBatch.html calls the error InvalidationBatchAlreadyExists; what CloudFront
    /// answers is InvalidArgument).
    /// </summary>
    public StoredInvalidation Create(string distributionId, string callerReference, IReadOnlyList<string> paths)
    {
        Check(paths);
        return distributions.State.Change(document =>
        {
            DistributionStore.Find(document, distributionId);
            var existing = document.Invalidations.Find(x => x.DistributionId == distributionId && x.CallerReference == callerReference);
            if (existing is not null)
            {
                return existing.Paths.SequenceEqual(paths, StringComparer.Ordinal)
                    ? existing
                    : throw new AwsServiceException(
                        "InvalidArgument",
                        "Your request contains a caller reference that was used for a previous invalidation batch for the same distribution.");
            }

            CheckUnderWay(paths.Concat(document.Invalidations.Where(x => x.DistributionId == distributionId && !IsCompleted(x)).SelectMany(x => x.Paths)));
            var created = new StoredInvalidation(DistributionStore.NewId('I'), distributionId, callerReference, paths, clock.GetUtcNow());
            document.Invalidations.Add(created);
            lock (_lock)
            {
                _pending.Add(created);
            }

            return created;
        });
    }

    public StoredInvalidation Get(string distributionId, string id) => distributions.State.Read(document =>
    {
        DistributionStore.Find(document, distributionId);
        return document.Invalidations.Find(x => x.DistributionId == distributionId && x.Id == id)
               ?? throw new AwsServiceException("NoSuchInvalidation", "The specified invalidation does not exist.", StatusCodes.Status404NotFound);
    });

    /// <summary>Newest first, as CloudFront lists them.</summary>
    public IReadOnlyList<StoredInvalidation> List(string distributionId) => distributions.State.Read(document =>
    {
        DistributionStore.Find(document, distributionId);
        return document.Invalidations.Where(x => x.DistributionId == distributionId).Reverse().ToArray();
    });

    public int InProgress(string distributionId)
        => distributions.State.Read(document => document.Invalidations.Count(x => x.DistributionId == distributionId && !IsCompleted(x)));

    /// <summary>The invalidations that have completed since the last call. <paramref name="apply"/> runs
    /// before anybody else can see the list without them.</summary>
    public void ApplyCompleted(Action<StoredInvalidation> apply)
    {
        lock (_lock)
        {
            for (var i = _pending.Count - 1; i >= 0; i--)
            {
                if (IsCompleted(_pending[i]))
                {
                    apply(_pending[i]);
                    _pending.RemoveAt(i);
                }
            }
        }
    }

    private bool IsCompleted(StoredInvalidation invalidation) => clock.GetUtcNow() - invalidation.Created >= Duration;

    private static void Check(IReadOnlyList<string> paths)
    {
        if (paths.Count == 0 || paths.Any(x => x.Length == 0 || x.Contains(' ')))
        {
            throw new AwsServiceException("InvalidArgument", "Your request contains one or more invalid invalidation paths.");
        }

        if (paths.Count > MaxPaths)
        {
            throw new AwsServiceException("BatchTooLarge", "Invalidation batch specified is too large.", StatusCodes.Status413RequestEntityTooLarge);
        }
    }

    private static void CheckUnderWay(IEnumerable<string> paths)
    {
        var isWildcard = paths.ToLookup(x => x.EndsWith('*'));
        if (isWildcard[true].Count() > MaxWildcards)
        {
            throw new AwsServiceException(
                "TooManyInvalidationsInProgress",
                "Processing your request will cause you to exceed the maximum number of in-progress wildcard invalidations.");
        }

        if (isWildcard[false].Count() > MaxPaths)
        {
            throw new AwsServiceException(
                "TooManyInvalidationsInProgress",
                "Processing your request will cause you to exceed the maximum number of in-progress invalidations.");
        }
    }
}
