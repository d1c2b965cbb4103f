using System.Text.Json.Nodes;
using Fairlead.Aws;
using Fairlead.Services;
using Fairlead.Services.Ecs;

namespace Fairlead.Testing;

/// <summary>One ECS service behind a loopback server. It keeps task definitions, deployments and tasks; what a deployment
/// comes to is the test's to say, one step at each look at the service.</summary>
public sealed class ScriptedEcs : IAsyncDisposable
{
    public const string Prefix = "arn:aws:ecs:eu-central-1:1:task-definition/";

    private readonly LoopbackServer _server;
    private readonly AwsClients _clients;
    private int _deployments;

    public ScriptedEcs()
    {
        _server = new LoopbackServer(Answer);
        _clients = LoopbackClients.For(_server);
        Definitions.Add(Definition(1, "repo@sha256:old", "r-old"));
    }

    public List<JsonObject> Definitions { get; } = [];

    public List<JsonObject> Deployments { get; } = [];

    public List<JsonObject> Tasks { get; } = [];

    public List<JsonObject> Events { get; } = [];

    public List<string> LogLines { get; } = [];

    public int DesiredCount { get; set; } = 1;

    public string Current { get; set; } = Prefix + "shop:1";

    public string? TargetGroup { get; set; }

    /// <summary>What Elastic Load Balancing says of its targets.</summary>
    public string? TargetHealth
    {
        get => LoadBalancing.GetValueOrDefault("DescribeTargetHealth");
        set => LoadBalancing["DescribeTargetHealth"] = value!;
    }

    public JsonObject? CircuitBreaker { get; set; }

    /// <summary>ROLLING when not set.</summary>
    public string? Strategy { get; set; }

    /// <summary>The newest service deployment, as DescribeServiceDeployments answers it; when not set, the endpoint knows none of these operations.</summary>
    public JsonObject? ServiceDeployment { get; set; }

    /// <summary>Answers to actions of Elastic Load Balancing by name; an error in another protocol for those that are not here.</summary>
    public Dictionary<string, string> LoadBalancing { get; } = [];

    /// <summary>The status of those answers.</summary>
    public int LoadBalancingStatus { get; set; } = 200;

    /// <summary>The container that the load balancer sends to.</summary>
    public string LoadBalancedContainer { get; set; } = "api";

    /// <summary>Answers to further operations by name.</summary>
    public Dictionary<string, Func<RecordedRequest, ScriptedResponse>> Operations { get; } = [];

    /// <summary>Called before each answer to DescribeServices once a deployment was started, with the number of the look.</summary>
    public Action<int>? Step { get; set; }

    /// <summary>Called when RunTask has made a task.</summary>
    public Action<JsonObject>? TaskStarted { get; set; }

    /// <summary>Called before each answer to DescribeTasks.</summary>
    public Action? TaskStep { get; set; }

    /// <summary>Answered once, to the next DescribeServices.</summary>
    public ScriptedResponse? NextError { get; set; }

    public JsonArray? RunTaskFailures { get; set; }

    public TestClock Time { get; } = TestClock.Skipping();

    public RecordingReporter Reporter { get; } = new();

    public int Looks { get; private set; }

    public IEnumerable<RecordedRequest> Calls(string operation) => _server.Requests.Where(request => request.Operation == operation);

    public IEnumerable<string> Writes
        => _server.Requests.Select(r => r.Operation).Where(o => o is "UpdateService" or "RunTask" or "RegisterTaskDefinition" or "StopTask"
            or "StopServiceDeployment");

    public EcsServiceHost Host(Func<EcsServiceOptions, EcsServiceOptions>? change = null)
    {
        var options = new EcsServiceOptions { Cluster = "c", Service = "shop", Container = "api" };
        return new EcsServiceHost(_clients, change?.Invoke(options) ?? options, Reporter, Time);
    }

    public static ServiceRelease Release { get; } = new() { ImageDigestUri = "repo@sha256:new", ReleaseId = "r-new", Commit = "abc" };

    public static JsonObject Definition(int revision, string image, string release, string commit = "000") => new()
    {
        ["taskDefinitionArn"] = $"{Prefix}shop:{revision}",
        ["family"] = "shop",
        ["revision"] = revision,
        ["status"] = "ACTIVE",
        ["cpu"] = "256",
        ["registeredAt"] = 1,
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = "api",
            ["image"] = image,
            ["portMappings"] = new JsonArray(new JsonObject { ["containerPort"] = 8080 }),
            ["environment"] = new JsonArray(Variable("RELEASE_ID", release), Variable("RELEASE_COMMIT", commit)),
            ["logConfiguration"] = new JsonObject
            {
                ["logDriver"] = "awslogs",
                ["options"] = new JsonObject { ["awslogs-group"] = "g", ["awslogs-stream-prefix"] = "p" }
            },
        }),
    };

    public JsonObject Deploy(string definition, string status = "PRIMARY", string rollout = "IN_PROGRESS", string? reason = null, int running = 0)
    {
        if (status == "PRIMARY")
        {
            foreach (var other in Deployments)
            {
                other["status"] = "ACTIVE";
            }

            Current = definition;
        }

        var deployment = new JsonObject
        {
            ["id"] = $"ecs-svc/{++_deployments}",
            ["status"] = status,
            ["taskDefinition"] = definition,
            ["desiredCount"] = DesiredCount,
            ["runningCount"] = running,
            ["pendingCount"] = 0,
            ["failedTasks"] = 0,
            ["createdAt"] = 1000 + _deployments,
            ["rolloutState"] = rollout,
            ["rolloutStateReason"] = reason,
        };
        Deployments.Insert(0, deployment);
        return deployment;
    }

    /// <summary>The service has run the old release for long.</summary>
    public ScriptedEcs Running()
    {
        Deploy(Current, rollout: "COMPLETED", running: DesiredCount);
        return this;
    }

    public void Complete(JsonObject deployment)
    {
        deployment["rolloutState"] = "COMPLETED";
        deployment["runningCount"] = DesiredCount;
        Deployments.RemoveAll(other => other != deployment);
    }

    public void Event(string message)
        => Events.Insert(0, new JsonObject { ["id"] = $"e{Events.Count}", ["createdAt"] = 2000 + Events.Count, ["message"] = message });

    public void StoppedTask(string startedBy, int exitCode) => Tasks.Add(new JsonObject
    {
        ["taskArn"] = $"arn:aws:ecs:eu-central-1:1:task/c/t{Tasks.Count}",
        ["taskDefinitionArn"] = Current,
        ["startedBy"] = startedBy,
        ["lastStatus"] = "STOPPED",
        ["desiredStatus"] = "STOPPED",
        ["stoppedAt"] = 3000,
        ["stoppedReason"] = "Essential container in task exited",
        ["containers"] = new JsonArray(new JsonObject { ["name"] = "api", ["exitCode"] = exitCode }),
    });

    public static void Stop(JsonObject task, int exitCode)
    {
        task["lastStatus"] = "STOPPED";
        task["desiredStatus"] = "STOPPED";
        task["stoppedReason"] = "Essential container in task exited";
        task["containers"] = new JsonArray(new JsonObject { ["name"] = "api", ["exitCode"] = exitCode });
    }

    public async ValueTask DisposeAsync()
    {
        _clients.Dispose();
        await _server.DisposeAsync();
    }

    private static JsonObject Variable(string name, string value) => new() { ["name"] = name, ["value"] = value };

    private ScriptedResponse Answer(RecordedRequest request) => request.Operation switch
    {
        "DescribeServices" => DescribeServices(),
        "DescribeTaskDefinition" => DescribeTaskDefinition(request.Json["taskDefinition"]!.GetValue<string>()),
        "RegisterTaskDefinition" => Register(request.Json),
        "UpdateService" => UpdateService(request.Json),
        "ListTasks" => ListTasks(request.Json),
        "DescribeTasks" => DescribeTasks(request.Json),
        "RunTask" => RunTask(request.Json),
        "StopTask" => StopTask(request.Json),
        "GetLogEvents" => Ok(new JsonObject
        {
            ["events"] = new JsonArray([.. LogLines.Select((line, i) => new JsonObject
        {
            ["timestamp"] = i,
            ["message"] = line
        })])
        }),
        "ListServiceDeployments" when ServiceDeployment is not null
            => Ok(new JsonObject { ["serviceDeployments"] = new JsonArray(ServiceDeployment.DeepClone()) }),
        "DescribeServiceDeployments" when ServiceDeployment is not null
            => Ok(new JsonObject { ["serviceDeployments"] = new JsonArray(ServiceDeployment.DeepClone()) }),
        "StopServiceDeployment" when ServiceDeployment is not null => Ok(new JsonObject()),
        "" when LoadBalancing.Keys.FirstOrDefault(x => request.Body.Contains($"Action={x}&", StringComparison.Ordinal)) is { } action
            => new ScriptedResponse(LoadBalancingStatus, LoadBalancing[action]),
        _ when Operations.TryGetValue(request.Operation, out var answer) => answer(request),
        _ => ScriptedResponse.Error("UnknownOperationException", request.Operation),
    };

    private ScriptedResponse DescribeServices()
    {
        if (Calls("UpdateService").Any() || Looks > 0)
        {
            Step?.Invoke(Looks);
        }

        Looks++;
        if (NextError is { } error)
        {
            NextError = null;
            return error;
        }

        return Ok(new JsonObject { ["services"] = new JsonArray(Service()) });
    }

    private JsonObject Service() => new()
    {
        ["serviceName"] = "shop",
        ["status"] = "ACTIVE",
        ["taskDefinition"] = Current,
        ["desiredCount"] = DesiredCount,
        ["launchType"] = "FARGATE",
        ["networkConfiguration"] = new JsonObject { ["awsvpcConfiguration"] = new JsonObject { ["subnets"] = new JsonArray("subnet-1") } },
        ["loadBalancers"] = TargetGroup is null ? new JsonArray() : new JsonArray(new JsonObject
        {
            ["targetGroupArn"] = TargetGroup,
            ["containerName"] = LoadBalancedContainer,
            ["containerPort"] = 8080,
        }),
        ["deploymentConfiguration"] = new JsonObject { ["deploymentCircuitBreaker"] = CircuitBreaker?.DeepClone(), ["strategy"] = Strategy },
        ["deployments"] = new JsonArray([.. Deployments.Select(d => d.DeepClone())]),
        ["events"] = new JsonArray([.. Events.Select(e => e.DeepClone())]),
    };

    private ScriptedResponse DescribeTaskDefinition(string name)
    {
        var found = name.Contains(':', StringComparison.Ordinal)
            ? Definitions.Find(d => d["taskDefinitionArn"]!.GetValue<string>().EndsWith(name, StringComparison.Ordinal))
            : Definitions[^1];
        return found is null
            ? ScriptedResponse.Error("ClientException", "Unable to describe task definition.")
            : Ok(new JsonObject { ["taskDefinition"] = found.DeepClone() });
    }

    private ScriptedResponse Register(JsonObject definition)
    {
        definition["revision"] = Definitions.Count + 1;
        definition["taskDefinitionArn"] = $"{Prefix}shop:{Definitions.Count + 1}";
        definition["status"] = "ACTIVE";
        Definitions.Add(definition);
        return Ok(new JsonObject { ["taskDefinition"] = definition.DeepClone() });
    }

    private ScriptedResponse UpdateService(JsonObject request)
    {
        if (request["taskDefinition"]?.GetValue<string>() is { } wanted && !Definitions.Exists(d => d["taskDefinitionArn"]!.GetValue<string>() == wanted))
        {
            return ScriptedResponse.Error("ClientException", "TaskDefinition is inactive");
        }

        DesiredCount = request["desiredCount"]?.GetValue<int>() ?? DesiredCount;
        if (request["taskDefinition"]?.GetValue<string>() is { } definition
            && (definition != Current || request["forceNewDeployment"]?.GetValue<bool>() == true))
        {
            Deploy(definition);
        }

        return Ok(new JsonObject { ["service"] = Service() });
    }

    private ScriptedResponse ListTasks(JsonObject request)
    {
        var stopped = request["desiredStatus"]?.GetValue<string>() == "STOPPED";
        var startedBy = request["startedBy"]?.GetValue<string>();
        if (startedBy is not null && request.Count > 2)
        {
            return ScriptedResponse.Error("InvalidParameterException", "startedBy must be the only filter");
        }

        var arns = Tasks.Where(t => (t["desiredStatus"]!.GetValue<string>() == "STOPPED") == stopped
            && (startedBy is null || t["startedBy"]!.GetValue<string>() == startedBy));
        return Ok(new JsonObject { ["taskArns"] = new JsonArray([.. arns.Select(t => t["taskArn"]!.DeepClone())]) });
    }

    private ScriptedResponse DescribeTasks(JsonObject request)
    {
        TaskStep?.Invoke();
        var arns = request["tasks"]!.AsArray().Select(t => t!.GetValue<string>()).ToHashSet();
        return Ok(new JsonObject
        {
            ["tasks"] = new JsonArray([.. Tasks
            .Where(t => arns.Contains(t["taskArn"]!.GetValue<string>()))
            .Select(t => t.DeepClone())])
        });
    }

    private ScriptedResponse RunTask(JsonObject request)
    {
        if (RunTaskFailures is { } failures)
        {
            return Ok(new JsonObject { ["tasks"] = new JsonArray(), ["failures"] = failures.DeepClone() });
        }

        var task = new JsonObject
        {
            ["taskArn"] = $"arn:aws:ecs:eu-central-1:1:task/c/m{Tasks.Count}",
            ["taskDefinitionArn"] = request["taskDefinition"]!.DeepClone(),
            ["startedBy"] = request["startedBy"]!.DeepClone(),
            ["overrides"] = request["overrides"]!.DeepClone(),
            ["lastStatus"] = "PROVISIONING",
            ["desiredStatus"] = "RUNNING",
        };
        Tasks.Add(task);
        TaskStarted?.Invoke(task);
        return Ok(new JsonObject { ["tasks"] = new JsonArray(task.DeepClone()) });
    }

    private ScriptedResponse StopTask(JsonObject request)
    {
        var task = Tasks.Single(t => t["taskArn"]!.GetValue<string>() == request["task"]!.GetValue<string>());
        Stop(task, 137);
        return Ok(new JsonObject { ["task"] = task.DeepClone() });
    }

    private static ScriptedResponse Ok(JsonNode body) => ScriptedResponse.Json(body.ToJsonString());
}
