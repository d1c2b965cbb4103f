using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.CloudFront.Policies;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>
/// The distributions of this cloud. A change is on the disk when its method returns, and the edge acts on it from the next request on:
/// there is no <c>InProgress</c> phase of a distribution here.
/// </summary>
internal sealed class DistributionStore(StateDirectory directory, Account account, Listeners listeners, TimeProvider clock) : IHostNames, IOriginPorts
{
    private readonly JsonState<CloudFrontDocument> _state = new(directory, "cloudfront.json", CloudFrontJson.Default.CloudFrontDocument);
    private ImmutableArray<EdgeDistribution> _active;

    /// <summary>The state document, shared with <see cref="InvalidationStore"/>: one file, one lock.</summary>
    public JsonState<CloudFrontDocument> State => _state;

    /// <summary>What the edge serves, oldest first; disabled distributions are not among them.</summary>
    public ImmutableArray<EdgeDistribution> Active
    {
        get
        {
            var active = _active;
            return active.IsDefault ? _state.Read(document => _active = Parse(document)) : active;
        }
    }

    /// <summary>
    /// Creates the distribution with this caller reference, or brings it to this configuration. Idempotent: the same configuration again writes nothing.
    /// </summary>
    public EnsuredDistribution Ensure(DistributionConfig config)
    {
        var sent = DistributionXml.Write(config);
        var existing = Find(config.CallerReference);
        var stored = existing is null ? Create(sent)
            : Has(existing, config) ? existing
            : Update(existing.Id, existing.ETag, sent);
        return new EnsuredDistribution(
            stored.Id,
            DomainName(stored.Id),
            new Uri($"http://{DomainName(stored.Id)}:{listeners.Edge.Port}"),
            !ReferenceEquals(stored, existing));
    }

    /// <summary>The distribution with this caller reference, also a disabled one; null when there is none.</summary>
    public StoredDistribution? Find(string callerReference)
        => _state.Read(document => document.Distributions.Find(x => CallerReference(x) == callerReference));

    /// <summary>Whether the distribution was last given this very configuration.</summary>
    public static bool Has(StoredDistribution distribution, DistributionConfig config) => distribution.Sent == Canonical(DistributionXml.Write(config));

    /// <summary>An alias of an enabled distribution.</summary>
    public bool Serves(string host) => Active.Any(x => x.Config.Aliases.Contains(host, StringComparer.OrdinalIgnoreCase));

    /// <summary>Gives the origin of a distribution an access control where it has none, and leaves the rest as it is, whoever set it. Idempotent.</summary>
    public void AddAccessControl(string callerReference, string originId, string accessControlId) => Change(document =>
    {
        var index = document.Distributions.FindIndex(x => CallerReference(x) == callerReference);
        if (index >= 0)
        {
            var old = document.Distributions[index];
            var (config, sent) = (XElement.Parse(old.ConfigXml), XElement.Parse(old.Sent));
            if (DistributionXml.AddAccessControl(config, originId, accessControlId) && DistributionXml.AddAccessControl(sent, originId, accessControlId))
            {
                document.Distributions[index] = old with { ETag = NewId(), ConfigXml = Canonical(config), Sent = Canonical(sent) };
            }
        }

        return index >= 0;
    });

    public void Moved(IReadOnlyDictionary<int, int> ports)
    {
        if (_state.Read(x => x.Distributions.Exists(y => WithPorts(y, ports) is not null)))
        {
            Change(document =>
            {
                for (var i = 0; i < document.Distributions.Count; i++)
                {
                    document.Distributions[i] = WithPorts(document.Distributions[i], ports) ?? document.Distributions[i];
                }

                return true;
            });
        }
    }

    public string DomainName(string id) => $"{id.ToLowerInvariant()}.cloudfront.localhost";

    public string Arn(string id) => $"arn:aws:cloudfront::{account.Id}:distribution/{id}";

    public IReadOnlyList<StoredDistribution> List() => _state.Read(document => document.Distributions.ToArray());

    public StoredDistribution Get(string id) => _state.Read(document => Find(document, id));

    /// <summary>The same caller reference with the same configuration is the same distribution; with another one it is refused.</summary>
    public StoredDistribution Create(XElement xml, IReadOnlyList<KeyValuePair<string, string>>? tags = null)
    {
        var config = DistributionXml.Parse(xml);
        var sent = Canonical(xml);
        return Change(document =>
        {
            CheckNamed(document, config);
            var existing = document.Distributions.Find(x => CallerReference(x) == config.CallerReference);
            if (existing is not null)
            {
                return existing.Sent == sent
                    ? existing
                    : throw new AwsServiceException(
                        "DistributionAlreadyExists",
                        "The caller reference that you are using to create a distribution is associated with another distribution. Already exists: "
                            + existing.Id,
                        StatusCodes.Status409Conflict);
            }

            var now = clock.GetUtcNow();
            var created = new StoredDistribution(NewId(), NewId(), now, now, Canonical(DistributionXml.Complete(xml)), sent).WithTags(tags ?? []);
            document.Distributions.Add(created);
            return created;
        });
    }

    public StoredDistribution Update(string id, string? ifMatch, XElement xml)
    {
        var config = DistributionXml.Parse(xml);
        return Change(document =>
        {
            CheckNamed(document, config);
            var old = FindMatching(document, id, ifMatch);
            if (CallerReference(old) != config.CallerReference)
            {
                throw new AwsServiceException("IllegalUpdate", "The update contains modifications that are not allowed: CallerReference.");
            }

            var changed = old with
            {
                ETag = NewId(),
                Modified = clock.GetUtcNow(),
                ConfigXml = Canonical(DistributionXml.Complete(xml)),
                Sent = Canonical(xml)
            };
            document.Distributions[document.Distributions.IndexOf(old)] = changed;
            return changed;
        });
    }

    public void Delete(string id, string? ifMatch) => Change(document =>
    {
        var old = FindMatching(document, id, ifMatch);
        if (old.Config.Enabled)
        {
            throw new AwsServiceException(
                "DistributionNotDisabled",
                "The distribution you are trying to delete has not been disabled.",
                StatusCodes.Status409Conflict);
        }

        document.Distributions.Remove(old);
        document.Invalidations.RemoveAll(x => x.DistributionId == id);
        return true;
    });

    public static StoredDistribution Find(CloudFrontDocument document, string id) => document.Distributions.Find(x => x.Id == id)
        ?? throw new AwsServiceException("NoSuchDistribution", "The specified distribution does not exist.", StatusCodes.Status404NotFound);

    /// <summary>Letters and digits as CloudFront's own ids have them, beginning with <paramref name="first"/>.</summary>
    public static string NewId(char first = 'E') => first + RandomNumberGenerator.GetString("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789", 13);

    /// <summary>The distribution with other ports of origins on this machine; null when it has none of the former ones.</summary>
    private static StoredDistribution? WithPorts(StoredDistribution distribution, IReadOnlyDictionary<int, int> ports)
    {
        var (config, sent) = (Replaced(distribution.ConfigXml), Replaced(distribution.Sent));
        return config == distribution.ConfigXml && sent == distribution.Sent
            ? null
            : distribution with { ETag = NewId(), ConfigXml = config, Sent = sent };

        string Replaced(string text)
        {
            var xml = XElement.Parse(text);
            var changes = false;
            foreach (var origin in xml.Descendants(DistributionXml.Namespace + "Origin"))
            {
                if (origin.Element(DistributionXml.Namespace + "DomainName")?.Value is "127.0.0.1" or "localhost"
                    && origin.Element(DistributionXml.Namespace + "CustomOriginConfig")?.Element(DistributionXml.Namespace + "HTTPPort") is { } port
                    && int.TryParse(port.Value, CultureInfo.InvariantCulture, out var former)
                    && ports.TryGetValue(former, out var present))
                {
                    port.SetValue(present);
                    changes = true;
                }
            }

            return changes ? Canonical(xml) : text;
        }
    }

    private static StoredDistribution FindMatching(CloudFrontDocument document, string id, string? ifMatch)
    {
        var distribution = Find(document, id);
        CheckMatch(ifMatch, distribution.ETag);
        return distribution;
    }

    /// <summary>Whether a change is one of what the client has seen.</summary>
    /// <exception cref="AwsServiceException">InvalidIfMatchVersion, PreconditionFailed.</exception>
    public static void CheckMatch(string? ifMatch, string etag)
    {
        if (string.IsNullOrEmpty(ifMatch))
        {
            throw new AwsServiceException("InvalidIfMatchVersion", "The If-Match version is missing or not valid for the resource.");
        }

        if (ifMatch.Trim('"') != etag)
        {
            throw new AwsServiceException(
                "PreconditionFailed",
                "The request failed because it didn't meet the preconditions in one or more request-header fields.",
                StatusCodes.Status412PreconditionFailed);
        }
    }

    /// <summary>What a distribution names has to be there.</summary>
    private static void CheckNamed(CloudFrontDocument document, DistributionConfig config)
    {
        OriginAccess.Check(document, config);
        var catalog = PolicyCatalog.Of(document);
        foreach (var behavior in config.CacheBehaviors.Append(config.DefaultCacheBehavior))
        {
            _ = BehaviorPolicy.Of(behavior, catalog);
        }
    }

    /// <summary>The edge's view is read again after a change, also after one that the disk refused.</summary>
    public TResult Change<TResult>(Func<CloudFrontDocument, TResult> change)
    {
        try
        {
            return _state.Change(change);
        }
        finally
        {
            _active = default;
        }
    }

    private ImmutableArray<EdgeDistribution> Parse(CloudFrontDocument document)
    {
        var policies = PolicyCatalog.Of(document);
        Dictionary<string, OriginSigning> Signing(DistributionConfig config)
            => config.Origins.DistinctBy(x => x.Id).ToDictionary(x => x.Id, x => OriginAccess.SigningOf(document, x), StringComparer.Ordinal);
        return
        [
            .. document.Distributions
                .OrderBy(x => x.Created)
                .Select(x => (x.Id, x.Config))
                .Where(x => x.Config.Enabled)
                .Select(x => new EdgeDistribution(x.Id, Arn(x.Id), x.Config, policies, Signing(x.Config))),
        ];
    }

    private static string? CallerReference(StoredDistribution distribution)
        => XElement.Parse(distribution.ConfigXml).Element(DistributionXml.Namespace + "CallerReference")?.Value;

    private static string Canonical(XElement xml) => xml.ToString(SaveOptions.DisableFormatting);
}
