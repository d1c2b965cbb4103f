using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>The repositories: which content each one has, and under which tags. What a call has answered is on the disk.</summary>
internal sealed partial class EcrRepositories
{
    private readonly JsonState<EcrDocument> _document;
    private readonly BlobStore _blobs;
    private readonly Account _account;
    private readonly Uri _registry;
    private readonly TimeProvider _clock;

    public EcrRepositories(StateDirectory state, BlobStore blobs, Account account, Listeners listeners, TimeProvider clock)
    {
        _blobs = blobs;
        (_account, _registry, _clock) = (account, listeners.Registry, clock);
        _document = new JsonState<EcrDocument>(state, "ecr/repositories.json", EcrJson.Default.EcrDocument);
        if (!_document.Read(x => x.Ports.Contains(listeners.Registry.Port)))
        {
            _document.Change(x => { x.Ports.Add(listeners.Registry.Port); });
        }
    }

    /// <summary>Host and port of the registry as image references have it. Docker and skopeo take
    /// 127.0.0.0/8 for an insecure registry without being told.</summary>
    public string Host => _registry.Authority;

    public string Uri(string repository) => $"{Host}/{repository}";

    public string Arn(string repository) => $"arn:aws:ecr:{_account.Region}:{_account.Id}:repository/{repository}";

    /// <summary>True when an image reference's host is this registry, under its present port or an earlier one.</summary>
    public bool IsOwnHost(string host)
        => host.Split(':') is [("127.0.0.1" or "localhost"), var port] && int.TryParse(port, out var number) && _document.Read(x => x.Ports.Contains(number));

    /// <summary>The repository of this name, made when absent. Idempotent.</summary>
    /// <returns>The repository's URI, what image references begin with.</returns>
    public string Ensure(string name, bool immutableTags = false)
    {
        if (!_document.Read(x => x.Repositories.ContainsKey(name)))
        {
            Create(new EcrRepository { Name = name, CreatedAt = _clock.GetUtcNow(), ImmutableTags = immutableTags });
        }

        return Uri(name);
    }

    /// <exception cref="AwsServiceException">RepositoryAlreadyExistsException, or InvalidParameterException for the name.</exception>
    public void Create(EcrRepository repository)
    {
        var name = repository.Name;
        if (name.Length is < 2 or > 256 || !NamePattern().IsMatch(name))
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"Invalid parameter at 'repositoryName' failed to satisfy constraint: '{name}' is not a repository name.");
        }

        _document.Change(x =>
        {
            if (!x.Repositories.TryAdd(name, repository))
            {
                throw new AwsServiceException(
                    "RepositoryAlreadyExistsException",
                    $"The repository with name '{name}' already exists in the registry with id '{_account.Id}'");
            }
        });
    }

    public bool Exists(string name) => _document.Read(x => x.Repositories.ContainsKey(name));

    /// <summary>Looks at all repositories at one moment.</summary>
    public T ReadAll<T>(Func<IReadOnlyCollection<EcrRepository>, T> read) => _document.Read(x => read(x.Repositories.Values));

    /// <summary>Looks at a repository at one moment.</summary>
    /// <exception cref="AwsServiceException">RepositoryNotFoundException.</exception>
    public T Read<T>(string name, Func<EcrRepository, T> read) => _document.Read(x => read(Find(x, name)));

    /// <summary>Reads and changes a repository in one step: nothing that others do comes between the two.</summary>
    /// <exception cref="AwsServiceException">RepositoryNotFoundException.</exception>
    public T Change<T>(string name, Func<EcrRepository, T> change) => _document.Change(x => change(Find(x, name)));

    /// <summary>The same for a change that takes content away: what no repository has a use for is deleted afterwards.</summary>
    /// <param name="name">The repository.</param>
    /// <param name="change">Returns its result, and the digests of what the repository does not need any more.</param>
    public T Drop<T>(string name, Func<EcrRepository, (T Result, IReadOnlyCollection<string> Dropped)> change)
    {
        var (result, dropped) = Change(name, change);
        DeleteUnused(dropped);
        return result;
    }

    /// <exception cref="AwsServiceException">RepositoryNotFoundException, RepositoryNotEmptyException.</exception>
    /// <returns>The repository as it was.</returns>
    public EcrRepository Delete(string name, bool force)
    {
        var deleted = _document.Change(x =>
        {
            var repository = Find(x, name);
            if (repository.Manifests.Count > 0 && !force)
            {
                throw new AwsServiceException(
                    "RepositoryNotEmptyException",
                    $"The repository with name '{name}' in registry with id '{_account.Id}' cannot be deleted because it still contains images");
            }

            x.Repositories.Remove(name);
            return repository;
        });
        DeleteUnused([.. deleted.Blobs, .. deleted.Manifests.Keys]);
        return deleted;
    }

    public bool HasBlob(string repository, string digest)
        => _document.Read(x => x.Repositories.TryGetValue(repository, out var found) && found.Blobs.Contains(digest) && _blobs.Has(digest));

    /// <summary>Makes an upload a blob of the repository, in one step.</summary>
    /// <returns>False when the upload is not what the digest says; it is gone then.</returns>
    /// <exception cref="FileNotFoundException">There is no such upload, or none any more.</exception>
    public Task<bool> CommitAsync(string repository, string upload, string digest, CancellationToken cancellationToken) => _blobs.CommitAsync(
        upload,
        digest,
        publish => _document.Change(x =>
        {
            Find(x, repository).Blobs.Add(digest);
            publish();
        }),
        cancellationToken);

    /// <summary>Gives a repository a blob that another has.</summary>
    /// <param name="repository">Which gets it.</param>
    /// <param name="from">Which has it; null for any that does.</param>
    /// <param name="digest">The blob.</param>
    /// <returns>False when it is not there.</returns>
    public bool Mount(string repository, string? from, string digest) => HasBlob(repository, digest) || _document.Change(x =>
    {
        var found = Find(x, repository);
        var isThere = _blobs.Has(digest) && x.Repositories.Values.Any(r => (from is null || r.Name == from) && r.Blobs.Contains(digest));
        if (isThere)
        {
            found.Blobs.Add(digest);
        }

        return isThere;
    });

    /// <summary>The manifest that a tag or digest stands for; null when there is none.</summary>
    public EcrManifest? Manifest(string repository, string reference)
        => Read(repository, x => x.Resolve(reference) is { } digest ? x.Manifests[digest] : null);

    /// <summary>Stores a manifest and, when <paramref name="tag"/> is not null, points the tag at it. The same again writes nothing.</summary>
    /// <returns>The manifest, and whether it or the tag is new.</returns>
    /// <exception cref="FormatException">The content is not a manifest.</exception>
    /// <exception cref="MissingContentException">It refers to what the repository does not have.</exception>
    /// <exception cref="AwsServiceException">RepositoryNotFoundException; ImageTagAlreadyExistsException when tags
    /// are immutable and this one is taken by other content.</exception>
    public (EcrManifest Manifest, bool IsNew) PutManifest(string repository, string? tag, byte[] content, string? contentType)
    {
        var references = ManifestReferences.Parse(content, contentType);
        var digest = Digest.Of(content);
        return Read(repository, Known) is { } known ? (known, false) : Change(repository, found =>
        {
            if (Known(found) is { } meanwhile)
            {
                return (meanwhile, false);
            }

            if (references.Blobs.FirstOrDefault(b => !found.Blobs.Contains(b) || !_blobs.Has(b)) is { } blob)
            {
                throw new MissingContentException(blob, isManifest: false);
            }

            if (references.Manifests.FirstOrDefault(m => !found.Manifests.ContainsKey(m)) is { } member)
            {
                throw new MissingContentException(member, isManifest: true);
            }

            if (tag is not null && found.Tags.TryGetValue(tag, out var taken) && taken != digest && found.IsImmutable(tag))
            {
                throw new AwsServiceException(
                    "ImageTagAlreadyExistsException",
                    $"The image tag '{tag}' already exists in the '{repository}' repository and cannot be overwritten because the repository is immutable.");
            }

            // Inside the change: what another call deletes as unused cannot be this.
            _blobs.Put(digest, content);
            found.Manifests.TryAdd(digest, new EcrManifest(
                digest,
                references.MediaType,
                content.Length,
                references.Size,
                _clock.GetUtcNow(),
                [.. references.Blobs, .. references.Manifests],
                references.Subject,
                references.ArtifactType));
            if (tag is not null)
            {
                found.Tags[tag] = digest;
            }

            return (found.Manifests[digest], true);
        });

        EcrManifest? Known(EcrRepository found)
            => found.Manifests.TryGetValue(digest, out var manifest) && (tag is null || found.Tags.GetValueOrDefault(tag) == digest) ? manifest : null;
    }

    /// <summary>The secret that authorization tokens are made with. Kept, so that a token outlives a restart.</summary>
    public byte[] TokenKey()
    {
        var key = _document.Read(x => x.TokenKey) ?? _document.Change(x => x.TokenKey ??= Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        return Convert.FromBase64String(key);
    }

    private void DeleteUnused(IEnumerable<string> digests) => _document.Read(x =>
    {
        foreach (var digest in digests.Where(d => !x.Repositories.Values.Any(r => r.Blobs.Contains(d) || r.Manifests.ContainsKey(d))))
        {
            _blobs.Delete(digest);
        }

        return true;
    });

    public static AwsServiceException NotFound(string name, Account account)
        => new("RepositoryNotFoundException", $"The repository with name '{name}' does not exist in the registry with id '{account.Id}'");

    private EcrRepository Find(EcrDocument document, string name) => document.Repositories.GetValueOrDefault(name) ?? throw NotFound(name, _account);

    [GeneratedRegex("^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-]+[a-z0-9]+)*$")]
    private static partial Regex NamePattern();
}
