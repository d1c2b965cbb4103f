using Amazon.ECS.Model;
using KeyValuePair = Amazon.ECS.Model.KeyValuePair;

namespace Fairlead.Services.Ecs;

/// <summary>Which task definition a release needs: one that exists, or one to register.</summary>
/// <param name="ReusedArn">ARN of the revision that is as wanted; null when one must be registered.</param>
/// <param name="Registration">What to register.</param>
public sealed record TaskDefinitionPlan(string? ReusedArn, RegisterTaskDefinitionRequest Registration)
{
    /// <summary>Plans from the revision that the service runs, or from the newest of the family when that is the infrastructure's.</summary>
    /// <remarks>A deploy stamps its revisions with the release. A newest revision without the stamp was registered by Terraform after the last deploy: it
    /// holds changed sizes, variables or secrets, which only a deploy can bring to the service.</remarks>
    /// <exception cref="FairleadException">The definition has no such container, or the image is not named by digest.</exception>
    public static TaskDefinitionPlan Create(TaskDefinition current, IReadOnlyList<Tag>? tags, TaskDefinition? latest, string container, ServiceRelease release)
    {
        ReleaseVariables.RequireDigest(release);
        var template = latest is not null && Variable(latest, container, ReleaseVariables.ReleaseId) is null ? latest : current;
        var wanted = template.ToRegistration(tags);
        var definition = wanted.ContainerDefinitions?.Find(c => c.Name == container) ?? throw new FairleadException(
            $"The task definition {ShortName(template.TaskDefinitionArn)} cannot be prepared for the release.",
            $"It has no container '{container}'; it has {Names(template)}.",
            "Correct the container name in the stack's outputs.");
        definition.Image = release.ImageDigestUri;
        definition.Environment = WithVariables(definition.Environment, release);

        foreach (var candidate in latest is null ? [current] : (TaskDefinition[])[current, latest])
        {
            if (candidate.Status?.Value is null or "ACTIVE" && TaskDefinitionRegistration.Same(candidate.ToRegistration(null), wanted))
            {
                return new TaskDefinitionPlan(candidate.TaskDefinitionArn, wanted);
            }
        }

        return new TaskDefinitionPlan(null, wanted);
    }

    /// <summary><c>shop:7</c> from an ARN.</summary>
    internal static string ShortName(string? arn) => arn is null ? "?" : arn[(arn.LastIndexOf('/') + 1)..];

    internal static string? Variable(TaskDefinition definition, string container, string name)
        => definition.ContainerDefinitions?.Find(c => c.Name == container)?.Environment?.Find(variable => variable.Name == name)?.Value;

    /// <summary>Variables that are there keep their place; new ones follow, by name.</summary>
    private static List<KeyValuePair> WithVariables(List<KeyValuePair>? existing, ServiceRelease release)
    {
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in release.Environment)
        {
            values[name] = value;
        }

        values[ReleaseVariables.ReleaseId] = release.ReleaseId;
        values[ReleaseVariables.Commit] = release.Commit;
        var result = new List<KeyValuePair>();
        foreach (var variable in existing ?? [])
        {
            result.Add(values.Remove(variable.Name ?? "", out var value) ? new KeyValuePair { Name = variable.Name, Value = value } : variable);
        }

        result.AddRange(values.Select(pair => new KeyValuePair { Name = pair.Key, Value = pair.Value }));
        return result;
    }

    private static string Names(TaskDefinition definition)
        => definition.ContainerDefinitions is { Count: > 0 } containers ? string.Join(", ", containers.Select(c => $"'{c.Name}'")) : "none";
}
