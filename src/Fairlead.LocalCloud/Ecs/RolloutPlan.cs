namespace Fairlead.LocalCloud.Ecs;

/// <summary>A task that is meant to run, as the plan sees it.</summary>
internal sealed record RolloutTask(string Id, string Deployment, bool Healthy, DateTimeOffset CreatedAt);

/// <summary>A deployment as the plan sees it. <c>Allowance</c>: how many tasks it may have; no limit for the PRIMARY one but what the service wants.</summary>
internal sealed record RolloutDeployment(string Id, bool Failed, DateTimeOffset NotBefore, int Allowance = int.MaxValue);

/// <summary>What the plan decides from. The first deployment is the PRIMARY one.</summary>
internal sealed record RolloutView(
    int DesiredCount,
    int MinimumHealthyPercent,
    int MaximumPercent,
    IReadOnlyList<RolloutDeployment> Deployments,
    IReadOnlyList<RolloutTask> Tasks,
    DateTimeOffset Now);

/// <summary>
/// The next step of a rolling deployment (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-type-ecs.html): never fewer
/// healthy tasks than the minimum because of the deployment, never more tasks than the maximum. No more than <see cref="MaximumStarts"/> start at once.
/// <c>Starts</c> holds the deployment of every task to start, <c>Stops</c> the tasks to stop, <c>WakeAt</c> the time at which a held-back start is due.
/// </summary>
internal sealed record RolloutPlan(IReadOnlyList<string> Starts, IReadOnlyList<string> Stops, bool Done, DateTimeOffset? WakeAt)
{
    /// <summary>As many as Fargate launches at once, and as many more as it launches in <see cref="NextStarts"/>
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/throttling.html).</summary>
    private const int MaximumStarts = 100;

    private static readonly TimeSpan NextStarts = TimeSpan.FromSeconds(5);

    public static RolloutPlan Decide(RolloutView view)
    {
        var primary = view.Deployments[0];
        var own = view.Tasks.Where(x => x.Deployment == primary.Id).OrderBy(x => x.CreatedAt).ToArray();
        var old = view.Tasks.Where(x => x.Deployment != primary.Id).OrderBy(x => x.Healthy).ThenBy(x => x.CreatedAt).ToArray();
        var minimum = (int)(((long)view.DesiredCount * view.MinimumHealthyPercent + 99) / 100);
        var maximum = (int)Math.Clamp((long)view.DesiredCount * view.MaximumPercent / 100, Math.Max(minimum, 1), int.MaxValue);
        var starts = new List<string>();
        var stops = own.Skip(view.DesiredCount).Select(x => x.Id).ToList();
        DateTimeOffset? wake = null;

        var missing = primary.Failed ? 0 : Math.Max(0, view.DesiredCount - own.Length);
        var room = Math.Max(0, maximum - view.Tasks.Count);
        if (missing > 0 && view.Now < primary.NotBefore)
        {
            wake = primary.NotBefore;
        }
        else
        {
            Start(primary.Id, Math.Min(missing, room));
        }

        // An old task goes when a healthy new one has taken its place; with no room for a new one, already when the minimum allows it.
        var healthy = own.Count(x => x.Healthy);
        var keep = Math.Max(0, view.DesiredCount - healthy);
        if (missing > 0 && room == 0)
        {
            keep = Math.Max(0, Math.Min(keep, Math.Max(minimum - healthy, old.Length - missing)));
        }

        var surplus = Math.Max(0, old.Length - keep);
        stops.AddRange(old.Take(surplus).Select(x => x.Id));

        // Until then old deployments are kept up to the minimum, and fully when the new one has failed for good; none gets more than it had.
        var lost = (primary.Failed ? view.DesiredCount - own.Length : minimum - healthy) - (old.Length - surplus);
        foreach (var previous in view.Deployments.Skip(1).Where(x => !x.Failed))
        {
            var replaced = Math.Min(
                Math.Min(lost, previous.Allowance - old.Count(x => x.Deployment == previous.Id)),
                maximum - view.Tasks.Count - starts.Count);
            if (replaced <= 0)
            {
                continue;
            }

            lost -= replaced;
            if (view.Now >= previous.NotBefore)
            {
                Start(previous.Id, replaced);
            }
            else
            {
                LookAgain(previous.NotBefore);
            }
        }

        var done = !primary.Failed && own.Length == view.DesiredCount && healthy == view.DesiredCount && old.Length == 0;
        return new RolloutPlan(starts, stops, done, wake);

        void Start(string deployment, int count)
        {
            var now = Math.Min(count, MaximumStarts - starts.Count);
            starts.AddRange(Enumerable.Repeat(deployment, now));
            if (now < count)
            {
                LookAgain(view.Now + NextStarts);
            }
        }

        void LookAgain(DateTimeOffset at) => wake = at < wake ? at : wake ?? at;
    }

    /// <summary>
    /// Failed tasks that trip the circuit breaker: half the desired count, 3 at least and 200 at most
    /// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html).
    /// </summary>
    public static int FailureThreshold(int desiredCount) => Math.Clamp((desiredCount + 1) / 2, 3, 200);
}
