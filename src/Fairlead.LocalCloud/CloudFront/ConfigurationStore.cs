using System.Xml.Linq;
using Fairlead.LocalCloud.CloudFront.Configuration;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.CloudFront;

/// <summary>Cache policies, origin request policies and origin access controls. Changes are conditional on the ETag, read and made in one step.</summary>
internal sealed class ConfigurationStore(DistributionStore distributions, TimeProvider clock)
{
    public StoredConfiguration Get(ConfigurationKind kind, string id)
        => distributions.State.Read(x => Managed(kind).FirstOrDefault(m => m.Id == id) ?? Find(x, kind, id));

    /// <summary>The one of this name; null when there is none.</summary>
    public StoredConfiguration? FindByName(ConfigurationKind kind, string name)
        => distributions.State.Read(x => x.Configurations.Find(c => c.Kind == kind.Name && NameOf(XElement.Parse(c.ConfigXml)) == name));

    /// <summary>Those of a kind: <c>managed</c>, <c>custom</c>, or null for both.</summary>
    public IReadOnlyList<StoredConfiguration> List(ConfigurationKind kind, string? type)
    {
        var custom = type == "managed" ? [] : distributions.State.Read(x => x.Configurations.Where(c => c.Kind == kind.Name).ToArray());
        return type == "custom" ? custom : [.. Managed(kind), .. custom];
    }

    /// <exception cref="AwsServiceException">InvalidArgument; …AlreadyExists: another has the name.</exception>
    public StoredConfiguration Create(ConfigurationKind kind, XElement config)
    {
        var name = Checked(kind, config);
        return distributions.Change(document =>
        {
            CheckName(document, kind, name, null);
            var created = new StoredConfiguration(kind.Name, NewId(kind), DistributionStore.NewId(), clock.GetUtcNow(), Canonical(config));
            document.Configurations.Add(created);
            return created;
        });
    }

    /// <exception cref="AwsServiceException">NoSuch…, InvalidIfMatchVersion, PreconditionFailed, InvalidArgument, …AlreadyExists, IllegalUpdate.</exception>
    public StoredConfiguration Update(ConfigurationKind kind, string id, string? ifMatch, XElement config)
    {
        RefuseManaged(kind, id, "IllegalUpdate");
        var name = Checked(kind, config);
        return distributions.Change(document =>
        {
            var old = Matching(document, kind, id, ifMatch);
            CheckName(document, kind, name, id);
            var changed = old with { ETag = DistributionStore.NewId(), Modified = clock.GetUtcNow(), ConfigXml = Canonical(config) };
            document.Configurations[document.Configurations.IndexOf(old)] = changed;
            return changed;
        });
    }

    /// <exception cref="AwsServiceException">NoSuch…, InvalidIfMatchVersion, PreconditionFailed, …InUse: a distribution names it; IllegalDelete.</exception>
    public void Delete(ConfigurationKind kind, string id, string? ifMatch)
    {
        RefuseManaged(kind, id, "IllegalDelete");
        distributions.Change(document =>
        {
            var old = Matching(document, kind, id, ifMatch);
            return document.Distributions.Exists(x => XElement.Parse(x.ConfigXml).Descendants(DistributionXml.Namespace + kind.IdOf).Any(e => e.Value == id))
                ? throw new AwsServiceException(
                    $"{kind.Name}InUse",
                    $"Cannot delete the {kind.Name} because it is attached to one or more distributions.",
                    StatusCodes.Status409Conflict)
                : document.Configurations.Remove(old);
        });
    }

    public static bool IsManaged(ConfigurationKind kind, StoredConfiguration configuration) => kind.Managed.ContainsKey(configuration.Id);

    private static IEnumerable<StoredConfiguration> Managed(ConfigurationKind kind)
        => kind.Managed.Select(x => new StoredConfiguration(
            kind.Name,
            x.Key,
            "E" + x.Key[..8].ToUpperInvariant(),
            DateTimeOffset.UnixEpoch,
            Canonical(x.Value)));

    private static StoredConfiguration Find(CloudFrontDocument document, ConfigurationKind kind, string id)
        => document.Configurations.Find(x => x.Kind == kind.Name && x.Id == id) ?? throw kind.NotFound(id);

    private static StoredConfiguration Matching(CloudFrontDocument document, ConfigurationKind kind, string id, string? ifMatch)
    {
        var found = Find(document, kind, id);
        DistributionStore.CheckMatch(ifMatch, found.ETag);
        return found;
    }

    private static string Checked(ConfigurationKind kind, XElement config)
    {
        kind.Check(config);
        return NameOf(config) is { Length: >= 1 and <= 128 } name
            ? name
            : throw new AwsServiceException("InvalidArgument", "The parameter Name must have 1 to 128 characters.");
    }

    private static void CheckName(CloudFrontDocument document, ConfigurationKind kind, string name, string? own)
    {
        if (document.Configurations.Exists(x => x.Kind == kind.Name && x.Id != own && NameOf(XElement.Parse(x.ConfigXml)) == name))
        {
            throw new AwsServiceException(
                $"{kind.Name}AlreadyExists",
                $"A {kind.Name} with this name already exists: {name}. Names must be unique.",
                StatusCodes.Status409Conflict);
        }
    }

    private static void RefuseManaged(ConfigurationKind kind, string id, string code)
    {
        if (kind.Managed.ContainsKey(id))
        {
            throw new AwsServiceException(code, $"The {kind.Name} {id} is managed by AWS and cannot be changed.");
        }
    }

    private static string? NameOf(XElement config) => config.Element(DistributionXml.Namespace + "Name")?.Value;

    /// <summary>Policies have a UUID, access controls an id as distributions do.</summary>
    private static string NewId(ConfigurationKind kind) => kind.IsPolicy ? Guid.NewGuid().ToString() : DistributionStore.NewId();

    private static string Canonical(XElement xml) => xml.ToString(SaveOptions.DisableFormatting);
}
