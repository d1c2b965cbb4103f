using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs;

/// <summary>Looking at the history of services (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ListServiceDeployments.html,
/// …/API_DescribeServiceDeployments.html, …/API_DescribeServiceRevisions.html).</summary>
internal sealed class ServiceDeployments(EcsStore store)
{
    private const int MaximumDescribed = 20;

    private static readonly string[] Statuses =
    [
        "PENDING", "IN_PROGRESS", "SUCCESSFUL", "STOPPED", "STOP_REQUESTED",
        "ROLLBACK_REQUESTED", "ROLLBACK_IN_PROGRESS", "ROLLBACK_SUCCESSFUL", "ROLLBACK_FAILED",
    ];

    /// <summary>A ListServiceDeployments request: newest first.</summary>
    /// <exception cref="AwsServiceException">ClusterNotFoundException, ServiceNotFoundException, InvalidParameterException.</exception>
    public JsonObject List(JsonObject request)
    {
        var wanted = request.Texts("status");
        if (wanted.Except(Statuses).FirstOrDefault() is { } unknown)
        {
            throw new AwsServiceException("InvalidParameterException", $"Invalid status '{unknown}': it must be one of {string.Join(", ", Statuses)}.");
        }

        var (after, before) = (Time(request, "after") ?? double.MinValue, Time(request, "before") ?? double.MaxValue);
        var (service, found) = store.Read(x =>
        {
            var service = EcsStore.Service(x, EcsStore.Cluster(x, request.Text("cluster")), request.Required("service"));
            return (service.Arn, service.History
                .Where(d => (wanted.Count == 0 || wanted.Contains(d.Status))
                            && EcsAnswers.Seconds(d.CreatedAt) >= after
                            && EcsAnswers.Seconds(d.CreatedAt) <= before)
                .Select(d => (Key: $"{d.CreatedAt.UtcTicks:D20} {d.Id}", Answer: EcsAnswers.ServiceDeploymentBrief(store, service, d)))
                .ToArray());
        });
        return Pager.Of(request, $"ListServiceDeployments {service}", maximum: 100, otherwise: 20)
            .Cut(found, x => x.Key, descending: true)
            .ToJson("serviceDeployments", x => x.Answer);
    }

    /// <summary>A DescribeServiceDeployments request.</summary>
    public JsonObject Describe(JsonObject request) => Describe(
        request.Texts("serviceDeploymentArns"),
        "serviceDeployments",
        (document, service, arn) => service.History.Find(x => ServiceHistory.DeploymentArn(service, x) == arn) is { } found
            ? EcsAnswers.ServiceDeployment(store, document, service, found)
            : null);

    /// <summary>A DescribeServiceRevisions request.</summary>
    public JsonObject DescribeRevisions(JsonObject request) => Describe(
        request.Texts("serviceRevisionArns"),
        "serviceRevisions",
        (document, service, arn) => service.History.Find(x => x.Target.Arn == arn) is { } found
            ? EcsAnswers.ServiceRevision(store, document, service, found.Target)
            : null);

    private JsonObject Describe(IReadOnlyList<string> arns, string member, Func<EcsDocument, ServiceRecord, string, JsonObject?> find)
    {
        if (arns.Count is 0 or > MaximumDescribed)
        {
            throw new AwsServiceException("InvalidParameterException", $"1 to {MaximumDescribed} {member} can be described at once.");
        }

        return store.Read(x =>
        {
            var (found, failures) = (new JsonArray(), new JsonArray());
            foreach (var arn in arns)
            {
                if (x.Services.Select(s => find(x, s, arn)).FirstOrDefault(a => a is not null) is { } answer)
                {
                    found.Add(answer);
                }
                else
                {
                    failures.Add(new JsonObject { ["arn"] = arn, ["reason"] = "MISSING" });
                }
            }

            return new JsonObject { [member] = found, ["failures"] = failures };
        });
    }

    private static double? Time(JsonObject request, string member) => request.Structure("createdAt")?[member] switch
    {
        null => null,
        JsonValue value when value.TryGetValue<double>(out var seconds) => seconds,
        _ => throw new AwsServiceException("SerializationException", $"The value of {member} has the wrong type."),
    };
}
