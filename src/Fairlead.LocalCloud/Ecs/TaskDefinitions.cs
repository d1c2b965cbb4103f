using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The task definitions. A revision never changes; registering the same again makes a new one, as on ECS.</summary>
internal sealed class TaskDefinitions(EcsStore store)
{
    private static readonly string[] Statuses = ["ACTIVE", "INACTIVE", "DELETE_IN_PROGRESS"];

    /// <summary>Registers a RegisterTaskDefinition request.</summary>
    /// <returns>The ARN of the new revision.</returns>
    /// <exception cref="AwsServiceException">ClientException, with what is wrong: <see cref="TaskDefinitionRules"/>, <see cref="FargateRules"/>.</exception>
    public string Register(JsonObject request)
    {
        var registration = new Registration(request);
        Rule<Registration>.Check(TaskDefinitionRules.All, registration);
        if (registration.RequiredCompatibilities.Contains("FARGATE"))
        {
            Rule<Registration>.Check(FargateRules.All, registration);
        }

        var family = request.Required("family");
        var definition = (JsonObject)request.DeepClone();
        definition.Remove("tags");
        foreach (var container in definition.Structures("containerDefinitions"))
        {
            FillIn(container, registration.SharesNetwork);
        }

        foreach (var (member, units) in new[] { ("cpu", registration.Cpu), ("memory", registration.Memory) })
        {
            if (units is { } number)
            {
                definition[member] = number.ToString(CultureInfo.InvariantCulture);
            }
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
            EcsTags.Add(x, arn, request);
            return arn;
        });
    }

    /// <exception cref="AwsServiceException">ClientException.</exception>
    public JsonObject Describe(string? reference) => store.Read(x => Render(EcsStore.TaskDefinition(x, reference) ?? throw Unknown()));

    /// <summary>A DeregisterTaskDefinition request: family and revision are named, the newest is not meant.</summary>
    public JsonObject Deregister(string reference) => store.Change(x =>
    {
        var found = Revision(x, reference) ?? throw Unknown();
        found.DeregisteredAt ??= store.Now;
        return Render(found);
    });

    /// <summary>A DeleteTaskDefinitions request: revisions that are INACTIVE become DELETE_IN_PROGRESS
    /// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DeleteTaskDefinitions.html).</summary>
    public JsonObject Delete(JsonObject request)
    {
        var wanted = request.Texts("taskDefinitions");
        if (wanted.Count is 0 or > 10)
        {
            throw new AwsServiceException("InvalidParameterException", "1 to 10 task definitions can be deleted at once.");
        }

        return store.Change(x =>
        {
            var (deleted, failures) = (new JsonArray(), new JsonArray());
            foreach (var reference in wanted)
            {
                if (Revision(x, reference) is not { } found)
                {
                    failures.Add(Failure(reference, "TASK_DEFINITION_NOT_FOUND", "The specified task definition was not found."));
                }
                else if (found.DeregisteredAt is null)
                {
                    failures.Add(Failure(found.Arn, "TASK_DEFINITION_NOT_INACTIVE", "The specified task definition is still in ACTIVE status. "
                        + "Please deregister the task definition, and then try again."));
                }
                else
                {
                    found.DeleteRequestedAt ??= store.Now;
                    deleted.Add(Render(found));
                }
            }

            return new JsonObject { ["taskDefinitions"] = deleted, ["failures"] = failures };
        });

        static JsonObject Failure(string arn, string reason, string detail) => new() { ["arn"] = arn, ["reason"] = reason, ["detail"] = detail };
    }

    /// <summary>A ListTaskDefinitions request: by family, and the revisions of a family by number.</summary>
    public JsonObject List(JsonObject request)
    {
        var (family, status, sort) = (request.Text("familyPrefix"), request.Text("status") ?? "ACTIVE", request.Text("sort") ?? "ASC");
        if (!Statuses.Contains(status))
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid status '{status}': it must be one of {string.Join(", ", Statuses)}.");
        }

        if (sort is not ("ASC" or "DESC"))
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid sort order '{sort}': it must be ASC or DESC.");
        }

        var found = store.Read(x => x.TaskDefinitions.Where(t => (family is null || t.Family == family) && t.Status == status).ToArray());
        return Pager.Of(request, $"ListTaskDefinitions {status} {sort}", 100)
            .Cut(found, x => $"{x.Family}/{x.Revision:D10}", descending: sort == "DESC")
            .ToJson("taskDefinitionArns", x => x.Arn);
    }

    /// <summary>A ListTaskDefinitionFamilies request: ACTIVE are those that have a revision which is, INACTIVE the others.</summary>
    public JsonObject ListFamilies(JsonObject request)
    {
        var (prefix, status) = (request.Text("familyPrefix") ?? "", request.Text("status") ?? "ALL");
        if (status is not ("ACTIVE" or "INACTIVE" or "ALL"))
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid status '{status}': it must be one of ACTIVE, INACTIVE, ALL.");
        }

        var found = store.Read(x => x.TaskDefinitions
            .Where(t => t.Family.StartsWith(prefix, StringComparison.Ordinal))
            .GroupBy(t => t.Family)
            .Where(f => status == "ALL" || f.Any(t => t.Status == "ACTIVE") == (status == "ACTIVE"))
            .Select(f => f.Key)
            .ToArray());
        return Pager.Of(request, $"ListTaskDefinitionFamilies {status}", 100).Cut(found, x => x).ToJson("families", x => x);
    }

    /// <summary>What a request wants to run.</summary>
    /// <exception cref="AwsServiceException">ClientException: there is none, or it is not to be run any more.</exception>
    public static TaskDefinitionRecord Runnable(EcsDocument document, string reference)
    {
        var found = EcsStore.TaskDefinition(document, reference) ?? throw new AwsServiceException("ClientException", "TaskDefinition not found.");
        return found.DeregisteredAt is null ? found : throw new AwsServiceException("ClientException", "TaskDefinition is inactive");
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
        result["status"] = record.Status;
        result["registeredAt"] = EcsAnswers.Seconds(record.RegisteredAt);
        if (record.DeregisteredAt is { } at)
        {
            result["deregisteredAt"] = EcsAnswers.Seconds(at);
        }

        if (record.DeleteRequestedAt is { } deleted)
        {
            result["deleteRequestedAt"] = EcsAnswers.Seconds(deleted);
        }

        result["compatibilities"] = FargateRules.AreKept(new Registration(record.Definition)) ? new JsonArray("EC2", "FARGATE") : new JsonArray("EC2");
        return result;
    }

    /// <summary>A revision by <c>family:revision</c> or ARN.</summary>
    private static TaskDefinitionRecord? Revision(EcsDocument document, string reference)
        => EcsStore.Last(reference)!.Contains(':', StringComparison.Ordinal)
            ? EcsStore.TaskDefinition(document, reference)
            : throw new AwsServiceException("ClientException", "Invalid revision number: name the task definition as family:revision.");

    private static void FillIn(JsonObject container, bool sharesNetwork)
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
            port["hostPort"] ??= sharesNetwork ? port.Number("containerPort") : 0;
        }
    }
}
