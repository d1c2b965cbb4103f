using System.Text.Json.Serialization;
using Fairlead.LocalCloud.CloudFront;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.LoadBalancing;
using Fairlead.LocalCloud.Logs;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.S3.Storage;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Stacks;

/// <summary>
/// Makes stacks out of this cloud's services. Every step asks for what is there first, so a second call writes nothing, and a call that was
/// cut off is finished by the next.
/// </summary>
internal sealed class StackProvisioner
{
    private readonly JsonState<StackDocument> _document;
    private readonly Account _account;
    private readonly Listeners _listeners;
    private readonly S3Store _buckets;
    private readonly EcrRepositories _repositories;
    private readonly LogGroups _logGroups;
    private readonly EcsClusters _clusters;
    private readonly TargetGroups _targetGroups;
    private readonly ServiceResource _service;
    private readonly EcsServices _services;
    private readonly DistributionStore _distributions;

    public StackProvisioner(
        StateDirectory state,
        Account account,
        Listeners listeners,
        S3Store buckets,
        EcrRepositories repositories,
        LogGroups logGroups,
        EcsClusters clusters,
        TargetGroups targetGroups,
        ServiceResource service,
        EcsServices services,
        DistributionStore distributions)
    {
        _document = new JsonState<StackDocument>(state, "stacks.json", StackJson.Default.StackDocument);
        (_account, _listeners, _buckets, _repositories, _logGroups) = (account, listeners, buckets, repositories, logGroups);
        (_clusters, _targetGroups, _service, _services, _distributions) = (clusters, targetGroups, service, services, distributions);
    }

    public StackAnswer Plan(StackSpecification stack) => new([.. Resources(stack).Select(x => new StackChange(x.Type, x.Name, x.Action))], null);

    /// <summary>The outputs of a stack that was made to its end; null when there is none.</summary>
    public StackAnswer? Read(string name)
        => _document.Read(x => x.Stacks.GetValueOrDefault(name)) is { } stack && FindDistribution(stack) is { } distribution
            ? new StackAnswer([], Outputs(stack, distribution.Id))
            : null;

    public async Task<StackAnswer> ApplyAsync(StackSpecification stack)
    {
        var plan = Plan(stack).Changes;
        foreach (var bucket in new[] { SiteBucket(stack), LedgerBucket(stack) })
        {
            if (!HasBucket(bucket))
            {
                _buckets.Create(bucket, _account.Region);
            }
        }

        _repositories.Ensure(stack.Name);
        _logGroups.Ensure(LogGroup(stack));
        _clusters.Ensure(stack.Name);
        var targetGroup = await _targetGroups.EnsureAsync(stack.Name, stack.HealthCheckPath);
        _service.Ensure(stack, _document.Read(x => x.Stacks.GetValueOrDefault(stack.Name)), targetGroup, _repositories.Uri(stack.Name), LogGroup(stack));
        var distribution = _distributions.Ensure(DistributionConfig.ForWebApplication(
            stack.Name, SiteBucket(stack), _account.Region, targetGroup.Url.Host, targetGroup.Url.Port, stack.ServicePathPattern));

        if (!Recorded(stack))
        {
            _document.Change(x => { x.Stacks[stack.Name] = stack; });
        }

        // The distribution may have changed although the specification did not: its origin's port is another one when the old was taken.
        var changes = plan.Select(x => x.Type == "aws_cloudfront_distribution" && x.Action == StackChange.Unchanged && distribution.Changed
            ? x with { Action = StackChange.Update }
            : x);
        return new StackAnswer([.. changes], Outputs(stack, distribution.Id));
    }

    private static string SiteBucket(StackSpecification stack) => $"{stack.Name}-site";

    private static string LedgerBucket(StackSpecification stack) => $"{stack.Name}-ledger";

    private static string LogGroup(StackSpecification stack) => $"/ecs/{stack.Name}";

    private IEnumerable<(string Type, string Name, string Action)> Resources(StackSpecification stack)
    {
        var changed = Recorded(stack) ? StackChange.Unchanged : StackChange.Update;
        yield return ("aws_s3_bucket", SiteBucket(stack), Create(HasBucket(SiteBucket(stack))));
        yield return ("aws_s3_bucket", LedgerBucket(stack), Create(HasBucket(LedgerBucket(stack))));
        yield return ("aws_ecr_repository", stack.Name, Create(_repositories.Exists(stack.Name)));
        yield return ("aws_cloudwatch_log_group", LogGroup(stack), Create(_logGroups.Find(LogGroup(stack)) is not null));
        yield return ("aws_ecs_cluster", stack.Name, Create(_clusters.Exists(stack.Name)));
        yield return ("aws_lb_target_group", stack.Name, Create(_targetGroups.Find(stack.Name) is not null, changed));
        yield return ("aws_ecs_service", stack.Name, Create(_services.Exists(stack.Name, stack.Name), changed));
        yield return ("aws_cloudfront_distribution", stack.Name, Create(FindDistribution(stack) is not null, changed));

        static string Create(bool exists, string otherwise = StackChange.Unchanged) => exists ? otherwise : StackChange.Create;
    }

    private EdgeDistribution? FindDistribution(StackSpecification stack) => _distributions.Active.FirstOrDefault(x => x.Config.CallerReference == stack.Name);

    private bool HasBucket(string name) => _buckets.Buckets.Any(x => x.Name == name);

    private bool Recorded(StackSpecification stack) => _document.Read(x => x.Stacks.TryGetValue(stack.Name, out var recorded) && recorded.IsSameAs(stack));

    private StackOutputs Outputs(StackSpecification stack, string distributionId)
    {
        // The edge answers plain localhost with its oldest distribution.
        var isFirst = _distributions.Active is [{ Id: var first }, ..] && first == distributionId;
        return new StackOutputs(
            stack.Name,
            _account.Region,
            SiteBucket(stack),
            LedgerBucket(stack),
            "fairlead",
            distributionId,
            isFirst ? _listeners.Edge : new UriBuilder(_listeners.Edge) { Host = _distributions.DomainName(distributionId) }.Uri,
            stack.Name,
            _repositories.Uri(stack.Name),
            stack.Name,
            stack.Name,
            ServiceResource.ContainerName,
            LogGroup(stack),
            stack.HealthCheckPath);
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StackSpecification))]
internal sealed partial class StackSpecificationJson : JsonSerializerContext;
