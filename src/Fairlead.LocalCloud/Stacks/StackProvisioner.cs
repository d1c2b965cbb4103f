using System.Text.Json;
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
/// cut off is finished by the next. What a part left behind that is no longer of the stack stays, with its data.
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
    private readonly ContainerSecrets _secrets;
    private readonly DistributionStore _distributions;
    private readonly SiteAccess _access;
    private readonly ILogger<StackProvisioner> _log;

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
        ContainerSecrets secrets,
        DistributionStore distributions,
        SiteAccess access,
        ILogger<StackProvisioner> log)
    {
        _document = new JsonState<StackDocument>(state, "stacks.json", StackJson.Default.StackDocument);
        (_account, _listeners, _buckets, _repositories, _logGroups) = (account, listeners, buckets, repositories, logGroups);
        (_clusters, _targetGroups, _service, _secrets) = (clusters, targetGroups, service, secrets);
        (_distributions, _access, _log) = (distributions, access, log);

        UpgradeSites();
    }

    /// <summary>What <see cref="ApplyAsync"/> would do. Reads only.</summary>
    /// <exception cref="AwsServiceException">The stack cannot be made; the message says why.</exception>
    public StackAnswer Plan(StackSpecification stack)
    {
        CheckNeighbours(stack);
        CheckSecrets(stack);
        return new StackAnswer([.. Resources(stack).Select(x => new StackChange(x.Type, x.Name, x.Look().Action))], null);
    }

    /// <summary>The outputs of a stack that was made to its end; null when there is none.</summary>
    public StackAnswer? Read(string name)
        => Recorded(name) is { } stack && stack.Distributions().All(x => _distributions.Find(x.Name) is not null) ? new StackAnswer([], Outputs(stack)) : null;

    /// <summary>Makes the stack. The answer tells what was done, resource by resource: each is looked at just before it is changed.</summary>
    /// <exception cref="AwsServiceException">The stack cannot be made; the message says why.</exception>
    public async Task<StackAnswer> ApplyAsync(StackSpecification stack)
    {
        CheckNeighbours(stack);
        CheckSecrets(stack);
        var changes = new List<StackChange>();
        foreach (var resource in Resources(stack))
        {
            var step = resource.Look();
            await step.DoAsync();
            changes.Add(new StackChange(resource.Type, resource.Name, step.Action));
        }

        if (Recorded(stack.Name) is not { } recorded || !recorded.IsSameAs(stack))
        {
            _document.Change(x => (x.Version, x.Stacks[stack.Name]) = (StackDocument.WithSiteAccess, stack));
        }

        return new StackAnswer(changes, Outputs(stack));
    }

    private IEnumerable<StackResource> Resources(StackSpecification stack)
    {
        var (services, sites) = (stack.ServiceParts(), stack.SiteParts());
        foreach (var bucket in sites.Select(stack.BucketOf).Append(stack.LedgerBucket()))
        {
            yield return new StackResource("aws_s3_bucket", bucket, () => Existing(
                _buckets.Buckets.Any(x => x.Name == bucket),
                () => _buckets.Create(bucket, _account.Region)));
        }

        foreach (var name in services.Select(stack.NameOf))
        {
            yield return new StackResource("aws_ecr_repository", name, () => Existing(_repositories.Exists(name), () => _repositories.Ensure(name)));
        }

        foreach (var name in services.Select(stack.LogGroupOf))
        {
            yield return new StackResource("aws_cloudwatch_log_group", name, () => Existing(_logGroups.Find(name) is not null, () => _logGroups.Ensure(name)));
        }

        if (services.Count > 0)
        {
            yield return new StackResource("aws_ecs_cluster", stack.Name, () => Existing(_clusters.Exists(stack.Name), () => _clusters.Ensure(stack.Name)));
        }

        foreach (var service in services)
        {
            var name = stack.NameOf(service);
            if (service.HealthCheckPath is { } path)
            {
                yield return new StackResource("aws_lb_target_group", name, () => TargetGroup(name, path));
            }

            yield return new StackResource("aws_ecs_service", name, () => _service.Look(
                stack,
                service,
                Recorded(stack.Name)?.ServiceParts().FirstOrDefault(x => x.Name == service.Name),
                _targetGroups.Find(name),
                _repositories.Uri(name)));
        }

        foreach (var (name, site) in stack.Distributions())
        {
            if (site is not null)
            {
                yield return new StackResource("aws_cloudfront_origin_access_control", stack.BucketOf(site), () => _access.LookAtControl(stack.BucketOf(site)));
            }

            yield return new StackResource("aws_cloudfront_distribution", name, () => Distribution(Configuration(stack, name, site)));
            if (site is not null)
            {
                yield return new StackResource("aws_s3_bucket_policy", stack.BucketOf(site), () => _access.LookAtPolicy(stack.BucketOf(site), name));
            }
        }

        static StackStep Existing(bool exists, Action create) => exists ? StackStep.Unchanged : StackStep.Create(create);
    }

    // Also a group that is as it should be is asked to listen: a start at which its port could not be opened leaves it without.
    private StackStep TargetGroup(string name, string healthCheckPath) => new(
        _targetGroups.Find(name) is not { } found ? StackChange.Create
            : found.HealthCheckPath == healthCheckPath ? StackChange.Unchanged
            : StackChange.Update,
        () => _targetGroups.EnsureAsync(name, healthCheckPath));

    private StackStep Distribution(DistributionConfig config)
        => _distributions.Find(config.CallerReference) is not { } found ? StackStep.Create(() => _distributions.Ensure(config))
            : DistributionStore.Has(found, config) ? StackStep.Unchanged
            : StackStep.Update(() => _distributions.Ensure(config));

    private DistributionConfig Configuration(StackSpecification stack, string name, StackSitePart? site) => DistributionConfig.ForParts(
        name,
        site is null ? null : stack.BucketOf(site),
        _account.Region,
        [
            .. stack.ServiceParts().Where(x => x.PathPattern is not null || x.Name == stack.DefaultService()?.Name).Select(x => new ServiceOrigin(
                stack.NameOf(x) == stack.Name ? "service" : $"service-{x.Name}",

                // Of a group that is not there yet the port is not known. Then the distribution has to be changed in any case.
                _targetGroups.Find(stack.NameOf(x))?.Url ?? new Uri("http://127.0.0.1:0"),
                x.PathPattern)),
        ],

        // Nor is the id of an access control that is not there yet.
        site is null ? null : _access.ControlIdOf(stack.BucketOf(site)) ?? "new");

    /// <summary>Names are made of stack and part, so the part of one stack may be called as another stack.</summary>
    private void CheckNeighbours(StackSpecification stack)
    {
        var own = Resources(stack).Select(x => (x.Type, x.Name)).ToHashSet();
        foreach (var other in _document.Read(x => x.Stacks.Values.ToArray()).Where(x => x.Name != stack.Name))
        {
            if (Resources(other).FirstOrDefault(x => own.Contains((x.Type, x.Name))) is { } both)
            {
                throw new AwsServiceException(
                    "ValidationException",
                    $"The {both.Type} '{both.Name}' of stack '{stack.Name}' belongs to stack '{other.Name}' already: give the stack or its part another name.");
            }
        }
    }

    /// <summary>Values are the user's: the stack makes none. Without them every task would fail to start, so it is said before anything is made.</summary>
    private void CheckSecrets(StackSpecification stack)
    {
        var told = stack.ServiceParts()
            .SelectMany(x => x.Secrets.Select(s => (Service: x.Name, Variable: s.Key, From: s.Value)))
            .Where(x => !_secrets.Has(x.From))
            .Select(x => $"{x.Variable} of the service {x.Service} comes from '{x.From}', which is not there: {PutCommand(x.From)}")
            .ToArray();
        if (told.Length > 0)
        {
            throw new AwsServiceException("ValidationException", string.Join(' ', told));
        }
    }

    private static string PutCommand(string from)
    {
        const string keys = "take the local cloud's keys with `eval \"$(./build.sh LocalCloudEnvironment)\"`, and";
        var origin = SecretOrigin.Parse(from);
        return origin.IsSecret
            ? $"{keys} make the secret with `aws secretsmanager create-secret --name NAME --secret-string VALUE`; its answer has the ARN."
            : $"{keys} put it with `aws ssm put-parameter --name {from} --type SecureString --value VALUE`.";
    }

    /// <summary>
    /// Sites that were made before the edge asked S3 as somebody were given access by nobody. They get it once, whether a stack still has them or not: a site
    /// that was taken out of its stack stays, and an apply that was cut off recorded none. What is missing later is drift, and the next plan tells it.
    /// Distributions of other hands are left alone, and named in the log.
    /// </summary>
    private void UpgradeSites()
    {
        if (_document.Read(x => x.Version) >= StackDocument.WithSiteAccess)
        {
            return;
        }

        var recorded = _document.Read(x => x.Stacks.Values.ToArray())
            .SelectMany(stack => stack.Distributions().Where(x => x.Site is not null).Select(x => (Bucket: stack.BucketOf(x.Site!), x.Name)));
        var made = _distributions.List()
            .Select(x => x.Config)
            .Where(x => x.BucketOfSite is not null)
            .Select(x => (Bucket: x.BucketOfSite!, Name: x.CallerReference));
        foreach (var (bucket, name) in recorded.Union(made))
        {
            _access.Upgrade(bucket, name);
        }

        foreach (var (id, origin) in _distributions.List().SelectMany(x => x.Config.Origins.Select(origin => (x.Id, origin))))
        {
            if (origin is { Bucket: { } bucket, AccessControlId: null })
            {
                _log.LogWarning(
                    "The distribution {Id} reads the bucket {Bucket} by no right: its origin {Origin} has no origin access control, and the provisioner "
                        + "did not make it. It gets what everybody may read, and 403 for the rest. Give the origin an access control, and the bucket a policy.",
                    id,
                    bucket,
                    origin.Id);
            }
        }

        _document.Change(x => x.Version = StackDocument.WithSiteAccess);
    }

    private StackSpecification? Recorded(string name) => _document.Read(x => x.Stacks.GetValueOrDefault(name));

    private JsonElement Outputs(StackSpecification stack)
    {
        var distributions = stack.Distributions().Select(x => _distributions.Find(x.Name)!.Id).ToArray();
        return JsonSerializer.SerializeToElement(
            new StackOutputs(
                stack.Name,
                _account.Region,
                stack.LedgerBucket(),
                "fairlead",
                distributions.Length == 0 ? null : Url(distributions[0]),
                [
                    .. stack.ServiceParts().Select(x => new StackServiceOutputs(
                        x.Name,
                        "ecs",
                        stack.Name,
                        stack.NameOf(x),
                        ServiceResource.ContainerName,
                        stack.LogGroupOf(x),
                        stack.NameOf(x),
                        _repositories.Uri(stack.NameOf(x)),
                        stack.IsAskedForHealth(x) ? x.HealthCheckPath : null)),
                ],
                [
                    .. stack.SiteParts().Zip(distributions).Select((x, i) => new StackSiteOutputs(
                        x.First.Name,
                        stack.BucketOf(x.First),
                        x.Second,
                        i == 0 ? null : Url(x.Second))),
                ]),
            StackOutputsJson.Default.StackOutputs);
    }

    /// <summary>The edge answers plain localhost with its oldest distribution, and each at a name of its own.</summary>
    private Uri Url(string distributionId) => _distributions.Active is [{ Id: var first }, ..] && first == distributionId
        ? _listeners.Edge
        : new UriBuilder(_listeners.Edge) { Host = _distributions.DomainName(distributionId) }.Uri;
}
