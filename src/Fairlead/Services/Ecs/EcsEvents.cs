using System.Text.RegularExpressions;
using Amazon.ECS.Model;
using EcsTask = Amazon.ECS.Model.Task;

namespace Fairlead.Services.Ecs;

/// <summary>Tells whose a service's events are. Pure.</summary>
internal static partial class EcsEvents
{
    /// <summary>The events of one deployment: those that name it or a task of its own, and, of those that name neither, those of its time, which ends when a
    /// later deployment begins.</summary>
    /// <param name="events">The service's events.</param>
    /// <param name="service">The service, with its deployments.</param>
    /// <param name="deployment">The deployment; null for all events.</param>
    /// <param name="own">Its tasks, as far as they are known.</param>
    /// <param name="others">Tasks of other deployments.</param>
    public static IEnumerable<ServiceEvent> OfDeployment(
        IEnumerable<ServiceEvent> events, Service service, Deployment? deployment, IReadOnlyList<EcsTask> own, IReadOnlyList<EcsTask> others)
    {
        if (deployment?.Id is not { } id)
        {
            return events;
        }

        var ownIds = own.Select(EcsEvidence.Id).ToHashSet(StringComparer.Ordinal);
        var otherIds = others.Select(EcsEvidence.Id).ToHashSet(StringComparer.Ordinal);

        // One that ECS no longer lists was followed by whatever is there now.
        var ended = (service.Deployments ?? [])
            .Where(x => x.Id != id && (deployment.CreatedAt is null || x.CreatedAt > deployment.CreatedAt))
            .Min(x => x.CreatedAt);
        return events.Where(IsOwn);

        bool IsOwn(ServiceEvent e)
        {
            var named = Named().Matches(e.Message ?? "").Select(x => x.Groups["x"].Value).ToList();
            if (named.Exists(x => x == id || ownIds.Contains(x)))
            {
                return true;
            }

            return !named.Exists(x => x.StartsWith("ecs-svc/", StringComparison.Ordinal) || otherIds.Contains(x))
                && !(e.CreatedAt < deployment.CreatedAt)
                && !(e.CreatedAt >= ended);
        }
    }

    // "(service shop) (task 0123) failed container health checks."; "(service shop) (deployment ecs-svc/0123) deployment failed".
    [GeneratedRegex(@"\((?:task|deployment) (?<x>[^()]+)\)|\b(?<x>ecs-svc/\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
