using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecs.Rules;
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
    /// <exception cref="AwsServiceException">ClusterNotFoundException, InvalidParameterException, ClientException: <see cref="ServiceRules"/>.</exception>
    public JsonObject Create(JsonObject request)
    {
        var token = ClientTokens.Of(request, longest: 36);
        Rule<JsonObject>.Check(ServiceRules.Creation, request);
        var name = request.Required("serviceName");
        var (cluster, result) = store.Change(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            var same = x.Services.Find(s => s.Cluster == cluster && s.Name == name);
            if (token is not null && ClientTokens.Find(x, "CreateService", cluster, token, store.Now) is { } known)
            {
                return ClientTokens.IsSame(x, known, request) ? (cluster, EcsAnswers.Service(store, x, same!)) : throw NotIdempotent();
            }

            if (same?.Status == "ACTIVE")
            {
                throw NotIdempotent();
            }

            if (same?.Status == "DRAINING")
            {
                throw new AwsServiceException("InvalidParameterException", "Unable to Start a service that is still Draining.");
            }

            var definition = TaskDefinitions.Runnable(x, request.Required("taskDefinition"));
            Rule<Launch>.Check(ServiceRules.All, new Launch(request, definition.Definition));
            x.Services.RemoveAll(s => s == same);
            var service = new ServiceRecord
            {
                Name = name,
                Arn = store.Arn($"service/{cluster}/{name}"),
                Cluster = cluster,
                TaskDefinition = definition.Arn,
                CreatedAt = store.Now,
                LoadBalancers = LoadBalancers(request),
            };
            Apply(service, request);
            service.DesiredCount = request.Number("desiredCount") ?? 1;
            ServiceScheduler.Begin(service, ServiceScheduler.NewDeployment(definition.Arn, store.Now), x.Tasks);
            x.Services.Add(service);
            EcsTags.Add(x, service.Arn, request);
            if (token is not null)
            {
                ClientTokens.Add(x, "CreateService", cluster, token, request, definition, [service.Arn], store.Now);
            }

            return (cluster, EcsAnswers.Service(store, x, service));
        });
        scheduler.Wake(cluster, name);
        return result;
    }

    /// <summary>An UpdateService request: another task definition or <c>forceNewDeployment</c> begins a deployment.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException, ServiceNotFoundException,
    /// ServiceNotActiveException, InvalidParameterException, ClientException: <see cref="ServiceRules"/>.</exception>
    public JsonObject Update(JsonObject request)
    {
        var name = EcsStore.Last(request.Required("service"))!;
        var (cluster, result) = store.Change(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            var service = Active(x, cluster, name);
            var definition = request.Text("taskDefinition") is { } reference ? TaskDefinitions.Runnable(x, reference) : null;
            var runs = definition ?? EcsStore.TaskDefinition(x, service.TaskDefinition)!;
            Rule<Launch>.Check(ServiceRules.All, new Launch(Changed(service, request), runs.Definition));
            if (request["loadBalancers"] is not null)
            {
                service.LoadBalancers = LoadBalancers(request);
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

            return (cluster, EcsAnswers.Service(store, x, service));
        });
        scheduler.Wake(cluster, name);
        return result;
    }

    /// <summary>A DeleteService request: the service drains and becomes INACTIVE.</summary>
    public JsonObject Delete(JsonObject request)
    {
        var name = EcsStore.Last(request.Required("service"))!;
        var (cluster, result) = store.Change(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            var service = Active(x, cluster, name);
            if (service.DesiredCount > 0 && request.Flag("force") != true)
            {
                throw new AwsServiceException("InvalidParameterException", "The service cannot be stopped while it is scaled above 0.");
            }

            (service.Status, service.DesiredCount) = ("DRAINING", 0);
            x.ClientTokens.RemoveAll(t => t.Resources.Contains(service.Arn));
            return (cluster, EcsAnswers.Service(store, x, service));
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

    /// <summary>A ListServices request. A page has ten, unless more are asked for.</summary>
    public JsonObject List(JsonObject request)
    {
        var (launchType, strategy) = (request.Text("launchType"), request.Text("schedulingStrategy"));
        var (cluster, found) = store.Read(x =>
        {
            var cluster = EcsStore.Cluster(x, request.Text("cluster"));
            return (cluster, x.Services
                .Where(s => s.Cluster == cluster
                            && s.Status != "INACTIVE"
                            && (launchType is null || EcsAnswers.LaunchType(s) == launchType)
                            && (strategy is null || (s.Echo.Text("schedulingStrategy") ?? "REPLICA") == strategy))
                .Select(s => s.Arn)
                .ToArray());
        });
        return Pager.Of(request, $"ListServices {cluster}", maximum: 100, otherwise: 10).Cut(found, x => x).ToJson("serviceArns", x => x);
    }

    private static AwsServiceException NotIdempotent() => new("InvalidParameterException", "Creation of service was not idempotent.");

    private static ServiceRecord Active(EcsDocument document, string cluster, string name)
    {
        var service = EcsStore.Service(document, cluster, name);
        return service.Status == "ACTIVE" ? service : throw new AwsServiceException("ServiceNotActiveException", "Service was not ACTIVE.");
    }

    /// <summary>An UpdateService request with what the service has where the request says nothing: what the rules of a service look at.</summary>
    private static JsonObject Changed(ServiceRecord service, JsonObject request)
    {
        var result = (JsonObject)service.Echo.DeepClone();
        result["loadBalancers"] = new JsonArray([.. service.LoadBalancers.Select(x => (JsonNode)EcsAnswers.LoadBalancer(x))]);
        foreach (var (member, value) in request.Where(x => x.Value is not null && x.Key != "deploymentConfiguration"))
        {
            result[member] = value!.DeepClone();
        }

        if (request["capacityProviderStrategy"] is not null)
        {
            result.Remove("launchType");
        }

        var deployment = (JsonObject?)request.Structure("deploymentConfiguration")?.DeepClone() ?? [];
        deployment["minimumHealthyPercent"] ??= service.MinimumHealthyPercent;
        deployment["maximumPercent"] ??= service.MaximumPercent;
        result["deploymentConfiguration"] = deployment;
        return result;
    }

    private List<LoadBalancerRecord> LoadBalancers(JsonObject request)
    {
        var result = new List<LoadBalancerRecord>();
        foreach (var balancer in request.Structures("loadBalancers"))
        {
            var record = new LoadBalancerRecord(balancer.Required("targetGroupArn"), balancer.Required("containerName"), balancer.Number("containerPort") ?? 0);
            result.Add(targetGroups.Find(record.TargetGroupArn) is not null
                ? record
                : throw new AwsServiceException("InvalidParameterException", $"The target group with targetGroupArn {record.TargetGroupArn} does not exist."));
        }

        return result;
    }

    private static void Apply(ServiceRecord service, JsonObject request)
    {
        if (request.Structure("deploymentConfiguration") is { } configuration)
        {
            service.MinimumHealthyPercent = configuration.Number("minimumHealthyPercent") ?? service.MinimumHealthyPercent;
            service.MaximumPercent = configuration.Number("maximumPercent") ?? service.MaximumPercent;
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
