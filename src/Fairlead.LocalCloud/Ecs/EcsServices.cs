using System.Text.Json.Nodes;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>The services. Requests are those of the ECS API; what they ask for is brought about by <see cref="ServiceScheduler"/>.</summary>
internal sealed class EcsServices(EcsStore store, ServiceScheduler scheduler, TargetGroups targetGroups)
{
    private static readonly string[] Echoed = [
        "launchType",
        "platformVersion",
        "networkConfiguration",
        "capacityProviderStrategy",
        "placementConstraints",
        "placementStrategy",
        "schedulingStrategy",
        "deploymentController",
        "enableECSManagedTags",
        "enableExecuteCommand",
        "propagateTags",
        "serviceRegistries"
    ];

    public bool Exists(string cluster, string name)
        => store.Read(x => x.Services.Exists(s => s.Cluster == cluster && s.Name == name && s.Status != "INACTIVE"));

    /// <summary>A CreateService request. Returns the service as DescribeServices shows it.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException, InvalidParameterException, ClientException.</exception>
    public JsonObject Create(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var name = request.Required("serviceName");
        var result = store.Change(x =>
        {
            if (x.Services.Exists(s => s.Cluster == cluster && s.Name == name && s.Status == "ACTIVE"))
            {
                throw new AwsServiceException("InvalidParameterException", "Creation of service was not idempotent.");
            }

            if (x.Services.Exists(s => s.Cluster == cluster && s.Name == name && s.Status == "DRAINING"))
            {
                throw new AwsServiceException("InvalidParameterException", "Unable to Start a service that is still Draining.");
            }

            x.Services.RemoveAll(s => s.Cluster == cluster && s.Name == name);
            var definition = Definition(x, request.Required("taskDefinition"));
            var service = new ServiceRecord
            {
                Name = name,
                Arn = store.Arn($"service/{cluster}/{name}"),
                Cluster = cluster,
                TaskDefinition = definition.Arn,
                CreatedAt = store.Now,
                LoadBalancers = LoadBalancers(request, definition),
            };
            Apply(service, request);
            service.DesiredCount = request.Number("desiredCount") ?? 1;
            service.Deployments.Add(ServiceScheduler.NewDeployment(definition.Arn, store.Now));
            x.Services.Add(service);
            if (request.Structures("tags").ToDictionary(t => t.Required("key"), t => t.Text("value") ?? "") is { Count: > 0 } tags)
            {
                x.Tags[service.Arn] = tags;
            }

            return EcsAnswers.Service(store, x, service);
        });
        scheduler.Wake(cluster, name);
        return result;
    }

    /// <summary>An UpdateService request: another task definition or <c>forceNewDeployment</c> begins a deployment.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException, ServiceNotFoundException,
    /// ServiceNotActiveException, InvalidParameterException, ClientException.</exception>
    public JsonObject Update(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var name = EcsStore.Last(request.Required("service"))!;
        var result = store.Change(x =>
        {
            var service = EcsStore.Service(x, cluster, name);
            if (service.Status != "ACTIVE")
            {
                throw new AwsServiceException("ServiceNotActiveException", "Service was not ACTIVE.");
            }

            var definition = request.Text("taskDefinition") is { } reference ? Definition(x, reference) : null;
            if (request["loadBalancers"] is not null)
            {
                service.LoadBalancers = LoadBalancers(request, definition ?? Definition(x, service.TaskDefinition));
            }

            Apply(service, request);
            service.DesiredCount = request.Number("desiredCount") ?? service.DesiredCount;
            if ((definition is not null && definition.Arn != service.TaskDefinition)
                || request.Flag("forceNewDeployment") == true
                || request["loadBalancers"] is not null)
            {
                ServiceScheduler.Begin(service, ServiceScheduler.NewDeployment(definition?.Arn ?? service.TaskDefinition, store.Now), x.Tasks);
                service.Steady = false;
            }

            return EcsAnswers.Service(store, x, service);
        });
        scheduler.Wake(cluster, name);
        return result;
    }

    /// <summary>A DeleteService request: the service drains and becomes INACTIVE.</summary>
    public JsonObject Delete(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var name = EcsStore.Last(request.Required("service"))!;
        var result = store.Change(x =>
        {
            var service = EcsStore.Service(x, cluster, name);
            if (service.Status != "ACTIVE")
            {
                throw new AwsServiceException("ServiceNotActiveException", "Service was not ACTIVE.");
            }

            if (service.DesiredCount > 0 && request.Flag("force") != true)
            {
                throw new AwsServiceException("InvalidParameterException", "The service cannot be stopped while it is scaled above 0.");
            }

            (service.Status, service.DesiredCount) = ("DRAINING", 0);
            return EcsAnswers.Service(store, x, service);
        });
        scheduler.Wake(cluster, name);
        return result;
    }

    /// <summary>A DescribeServices request.</summary>
    public JsonObject Describe(JsonObject request)
    {
        var cluster = store.Cluster(request.Text("cluster"));
        var wanted = request.Texts("services");
        if (wanted.Count is 0 or > 10)
        {
            throw new AwsServiceException("InvalidParameterException", "Services cannot be empty, and at most 10 can be described at once.");
        }

        var withTags = request.Texts("include").Contains("TAGS");
        return store.Read(x =>
        {
            var (found, failures) = (new JsonArray(), new JsonArray());
            foreach (var reference in wanted)
            {
                if (x.Services.LastOrDefault(s => s.Cluster == cluster && s.Name == EcsStore.Last(reference)) is { } service)
                {
                    var answer = EcsAnswers.Service(store, x, service);
                    if (withTags)
                    {
                        answer["tags"] = EcsAnswers.Tags(x, service.Arn);
                    }

                    found.Add(answer);
                }
                else
                {
                    failures.Add(new JsonObject { ["arn"] = store.Arn($"service/{cluster}/{EcsStore.Last(reference)}"), ["reason"] = "MISSING" });
                }
            }

            return new JsonObject { ["services"] = found, ["failures"] = failures };
        });
    }

    public IReadOnlyList<string> List(string? cluster)
    {
        var name = store.Cluster(cluster);
        return store.Read(x => x.Services.Where(s => s.Cluster == name && s.Status != "INACTIVE").Select(s => s.Arn).ToArray());
    }

    private static TaskDefinitionRecord Definition(EcsDocument document, string reference)
    {
        var found = EcsStore.TaskDefinition(document, reference) ?? throw new AwsServiceException("ClientException", "TaskDefinition not found.");
        return found.DeregisteredAt is null ? found : throw new AwsServiceException("ClientException", "TaskDefinition is inactive");
    }

    private List<LoadBalancerRecord> LoadBalancers(JsonObject request, TaskDefinitionRecord definition)
    {
        var result = new List<LoadBalancerRecord>();
        foreach (var balancer in request.Structures("loadBalancers"))
        {
            var record = new LoadBalancerRecord(balancer.Required("targetGroupArn"), balancer.Required("containerName"), balancer.Number("containerPort") ?? 0);
            if (targetGroups.Find(record.TargetGroupArn) is null)
            {
                throw new AwsServiceException("InvalidParameterException", $"The target group {record.TargetGroupArn} does not exist.");
            }

            var container = definition.Definition.Structures("containerDefinitions").FirstOrDefault(x => x.Text("name") == record.ContainerName)
                ?? throw new AwsServiceException("InvalidParameterException", $"The container {record.ContainerName} does not exist in the task definition.");
            if (!container.Structures("portMappings").Any(x => x.Number("containerPort") == record.ContainerPort))
            {
                throw new AwsServiceException(
                    "InvalidParameterException",
                    $"The container {record.ContainerName} did not have a container port {record.ContainerPort} defined.");
            }

            result.Add(record);
        }

        return result;
    }

    private static void Apply(ServiceRecord service, JsonObject request)
    {
        if (request.Number("desiredCount") is < 0)
        {
            throw new AwsServiceException("InvalidParameterException", "desiredCount cannot be negative.");
        }

        if (request.Structure("deploymentConfiguration") is { } configuration)
        {
            service.MinimumHealthyPercent = configuration.Number("minimumHealthyPercent") ?? service.MinimumHealthyPercent;
            service.MaximumPercent = configuration.Number("maximumPercent") ?? service.MaximumPercent;
            if (service.MinimumHealthyPercent >= service.MaximumPercent || service.MinimumHealthyPercent < 0)
            {
                throw new AwsServiceException(
                    "InvalidParameterException",
                    "Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments; maximumPercent must be the greater one.");
            }

            if (configuration.Structure("deploymentCircuitBreaker") is { } breaker)
            {
                (service.CircuitBreaker, service.Rollback) = (breaker.Flag("enable") ?? false, breaker.Flag("rollback") ?? false);
            }
        }

        service.HealthCheckGracePeriodSeconds = request.Number("healthCheckGracePeriodSeconds") ?? service.HealthCheckGracePeriodSeconds;
        foreach (var member in Echoed.Where(x => request[x] is not null))
        {
            service.Echo[member] = request[member]!.DeepClone();
        }
    }
}
