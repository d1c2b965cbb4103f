using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The task definitions. A revision never changes; registering the same again makes a new one, as on ECS.</summary>
internal sealed partial class TaskDefinitions(EcsStore store)
{
    /// <summary>Registers a RegisterTaskDefinition request.</summary>
    /// <returns>The ARN of the new revision.</returns>
    /// <exception cref="AwsServiceException">ClientException, with what is wrong.</exception>
    public string Register(JsonObject request)
    {
        var family = request.Text("family") ?? "";
        if (!FamilyPattern().IsMatch(family))
        {
            throw new AwsServiceException(
                "ClientException",
                "Family contains invalid characters: 1 to 255 letters, digits, hyphens and underscores are allowed.");
        }

        var definition = (JsonObject)request.DeepClone();
        var tags = definition.Structures("tags").ToDictionary(x => x.Required("key"), x => x.Text("value") ?? "");
        definition.Remove("tags");
        var containers = definition.Structures("containerDefinitions").ToArray();
        if (containers.Length == 0)
        {
            throw new AwsServiceException("ClientException", "TaskDefinition should have at least one container definition.");
        }

        var volumes = definition.Structures("volumes").Select(x => x.Text("name")).ToHashSet();
        foreach (var container in containers)
        {
            Validate(container, volumes);
            ContainerSecrets.Validate(container);
            FillIn(container, definition.Text("networkMode"));
        }

        if (!containers.Any(x => x.Flag("essential") == true))
        {
            throw new AwsServiceException("ClientException", "A task definition must have at least one essential container.");
        }

        // On Fargate a task that does not say runs on X86_64. Here it runs on this machine, and a deployer that compares has to see what that is.
        if (RuntimeInformation.OSArchitecture == Architecture.Arm64)
        {
            definition["runtimePlatform"] ??= new JsonObject { ["cpuArchitecture"] = "ARM64", ["operatingSystemFamily"] = "LINUX" };
        }

        definition["volumes"] ??= new JsonArray();
        var absolute = KeepVolumes(definition);
        definition["placementConstraints"] ??= new JsonArray();
        return store.Change(x =>
        {
            var revision = x.TaskDefinitions.Where(t => t.Family == family).Select(t => t.Revision).DefaultIfEmpty(0).Max() + 1;
            var arn = store.Arn($"task-definition/{family}:{revision}");
            x.TaskDefinitions.Add(new TaskDefinitionRecord
            {
                Arn = arn,
                Family = family,
                Revision = revision,
                Definition = definition,
                AbsoluteVolumes = absolute,
                RegisteredAt = store.Now
            });
            if (tags.Count > 0)
            {
                x.Tags[arn] = tags;
            }

            return arn;
        });
    }

    /// <exception cref="AwsServiceException">ClientException.</exception>
    public JsonObject Describe(string? reference) => store.Read(x => Render(EcsStore.TaskDefinition(x, reference) ?? throw Unknown()));

    public JsonObject Deregister(string? reference) => store.Change(x =>
    {
        var found = EcsStore.TaskDefinition(x, reference) ?? throw Unknown();
        found.DeregisteredAt ??= store.Now;
        return Render(found);
    });

    public IReadOnlyList<string> List(string? family, string? status, bool descending)
    {
        var found = store.Read(x => x.TaskDefinitions
            .Where(t => (family is null || t.Family == family) && t.DeregisteredAt is null == (status is null or "ACTIVE"))
            .OrderBy(t => t.Family, StringComparer.Ordinal).ThenBy(t => t.Revision)
            .Select(t => t.Arn).ToArray());
        return descending ? [.. found.Reverse()] : found;
    }

    public static AwsServiceException Unknown() => new("ClientException", "Unable to describe task definition.");

    /// <summary>Makes the paths of volumes in the state directory relative to it.</summary>
    /// <returns>The names of those that were absolute.</returns>
    private List<string> KeepVolumes(JsonObject definition)
    {
        var absolute = new List<string>();
        foreach (var (volume, host, path) in EcsStore.HostVolumes(definition))
        {
            var kept = VolumePath.Kept(store.StateFolder, path);
            if (kept != path)
            {
                host["sourcePath"] = kept;
                absolute.Add(volume);
            }
        }

        return absolute;
    }

    private JsonObject Render(TaskDefinitionRecord record)
    {
        var result = (JsonObject)record.Definition.DeepClone();
        foreach (var (_, host, path) in EcsStore.HostVolumes(result).Where(x => record.AbsoluteVolumes.Contains(x.Volume)))
        {
            host["sourcePath"] = VolumePath.Absolute(store.StateFolder, path);
        }

        result["taskDefinitionArn"] = record.Arn;
        result["revision"] = record.Revision;
        result["status"] = record.DeregisteredAt is null ? "ACTIVE" : "INACTIVE";
        result["registeredAt"] = EcsAnswers.Seconds(record.RegisteredAt);
        if (record.DeregisteredAt is { } at)
        {
            result["deregisteredAt"] = EcsAnswers.Seconds(at);
        }

        result["compatibilities"] = new JsonArray("EC2", "FARGATE");
        return result;
    }

    private static void Validate(JsonObject container, HashSet<string?> volumes)
    {
        if (string.IsNullOrEmpty(container.Text("name")))
        {
            throw new AwsServiceException("ClientException", "Container.name should not be null or empty.");
        }

        if (string.IsNullOrEmpty(container.Text("image")))
        {
            throw new AwsServiceException("ClientException", "Container.image should not be null or empty.");
        }

        if (container.Structures("mountPoints").FirstOrDefault(x => !volumes.Contains(x.Text("sourceVolume"))) is { } mount)
        {
            throw new AwsServiceException("ClientException", $"Unknown volume '{mount.Text("sourceVolume")}'.");
        }

        if (container.Structures("mountPoints").Any(x => x.Text("containerPath") is not { } path || !path.StartsWith('/')))
        {
            throw new AwsServiceException("ClientException", "The containerPath of a mount point must be an absolute path.");
        }
    }

    private static void FillIn(JsonObject container, string? networkMode)
    {
        container["essential"] ??= true;
        container["cpu"] ??= 0;
        foreach (var list in new[] { "environment", "mountPoints", "volumesFrom", "portMappings" })
        {
            container[list] ??= new JsonArray();
        }

        foreach (var port in container.Structures("portMappings"))
        {
            port["protocol"] ??= "tcp";
            port["hostPort"] ??= networkMode is "awsvpc" or "host" ? port.Number("containerPort") : 0;
        }
    }

    [GeneratedRegex("^[a-zA-Z0-9_-]{1,255}$")]
    private static partial Regex FamilyPattern();
}
