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
            Create(name, immutableTags, scanOnPush: false);
        }

        return Uri(name);
    }

    /// <exception cref="AwsServiceException">RepositoryAlreadyExistsException, or InvalidParameterException for the name.</exception>
    public void Create(string name, bool immutableTags, bool scanOnPush)
    {
        if (name.Length is < 2 or > 256 || !NamePattern().IsMatch(name))
        {
            throw new AwsServiceException(
                "InvalidParameterException",
                $"Invalid parameter at 'repositoryName' failed to satisfy constraint: '{name}' is not a repository name.");
        }

        _document.Change(x =>
        {
            if (!x.Repositories.TryAdd(
                name,
                new EcrRepository { Name = name, CreatedAt = _clock.GetUtcNow(), ImmutableTags = immutableTags, ScanOnPush = scanOnPush }))
            {
                throw new AwsServiceException(
                    "RepositoryAlreadyExistsException",
                    $"The repository with name '{name}' already exists in the registry with id '{_account.Id}'");
            }
        });
    }

    public bool Exists(string name) => _document.Read(x => x.Repositories.ContainsKey(name));

    public IReadOnlyList<string> Names() => _document.Read(x => x.Repositories.Keys.ToArray());

    /// <exception cref="AwsServiceException">RepositoryNotFoundException.</exception>
    public T Read<T>(string name, Func<EcrRepository, T> read) => _document.Read(x => read(Find(x, name)));

    /// <exception cref="AwsServiceException">RepositoryNotFoundException.</exception>
    public void SetImmutableTags(string name, bool immutable) => _document.Change(x => { Find(x, name).ImmutableTags = immutable; });

    /// <exception cref="AwsServiceException">RepositoryNotFoundException, RepositoryNotEmptyException.</exception>
    public void Delete(string name, bool force)
    {
        var candidates = _document.Change(x =>
        {
            var repository = Find(x, name);
            if (repository.Manifests.Count > 0 && !force)
            {
                throw new AwsServiceException(
                    "RepositoryNotEmptyException",
                    $"The repository with name '{name}' in registry with id '{_account.Id}' cannot be deleted because it still contains images");
            }

            x.Repositories.Remove(name);
            return repository.Blobs.Concat(repository.Manifests.Keys).ToArray();
        });
        DeleteUnused(candidates);
    }

    public bool HasBlob(string repository, string digest)
        => _document.Read(x => x.Repositories.TryGetValue(repository, out var found) && found.Blobs.Contains(digest)) && _blobs.Has(digest);

    /// <summary>Gives a repository the right to a blob that the store has.</summary>
    public void LinkBlob(string repository, string digest)
    {
        if (!Read(repository, x => x.Blobs.Contains(digest)))
        {
            _document.Change(x => { Find(x, repository).Blobs.Add(digest); });
        }
    }

    public void UnlinkBlob(string repository, string digest)
    {
        _document.Change(x => { Find(x, repository).Blobs.Remove(digest); });
        DeleteUnused([digest]);
    }

    /// <summary>The digest that a tag or digest stands for in the repository; null when there is none.</summary>
    public string? Resolve(string repository, string reference) => _document.Read(x =>
        !x.Repositories.TryGetValue(repository, out var found) ? null
        : found.Manifests.ContainsKey(reference) ? reference
        : found.Tags.GetValueOrDefault(reference));

    /// <summary>Stores a manifest and, when <paramref name="tag"/> is not null, points the tag at it. The same again writes nothing.</summary>
    /// <exception cref="FormatException">The content is not a manifest.</exception>
    /// <exception cref="MissingContentException">It refers to what the repository does not have.</exception>
    /// <exception cref="AwsServiceException">RepositoryNotFoundException; ImageTagAlreadyExistsException when tags
    /// are immutable and this one is taken by other content.</exception>
    public EcrManifest PutManifest(string repository, string? tag, byte[] content, string? contentType)
    {
        var references = ManifestReferences.Parse(content, contentType);
        var digest = Digest.Of(content);
        var known = Read(
            repository,
            x => x.Manifests.TryGetValue(digest, out var manifest) && (tag is null || x.Tags.GetValueOrDefault(tag) == digest) ? manifest : null);
        if (known is not null)
        {
            return known;
        }

        _blobs.Put(digest, content);
        return _document.Change(x =>
        {
            var found = Find(x, repository);
            if (references.Blobs.FirstOrDefault(b => !found.Blobs.Contains(b) || !_blobs.Has(b)) is { } blob)
            {
                throw new MissingContentException(blob, isManifest: false);
            }

            if (references.Manifests.FirstOrDefault(m => !found.Manifests.ContainsKey(m)) is { } member)
            {
                throw new MissingContentException(member, isManifest: true);
            }

            if (tag is not null && found.ImmutableTags && found.Tags.TryGetValue(tag, out var taken) && taken != digest)
            {
                throw new AwsServiceException(
                    "ImageTagAlreadyExistsException",
                    $"The image tag '{tag}' already exists in the '{repository}' repository and cannot be overwritten because the repository is immutable.");
            }

            var manifest = new EcrManifest(
                digest,
                references.MediaType,
                content.Length,
                references.Size,
                _clock.GetUtcNow(),
                [.. references.Blobs, .. references.Manifests],
                references.Subject,
                references.ArtifactType);
            found.Manifests.TryAdd(digest, manifest);
            if (tag is not null)
            {
                found.Tags[tag] = digest;
            }

            return found.Manifests[digest];
        });
    }

    /// <summary>Takes a tag away; a manifest without tags stays, as on ECR.</summary>
    public bool DeleteTag(string repository, string tag) => _document.Change(x =>
    {
        var found = Find(x, repository);
        var digest = found.Tags.GetValueOrDefault(tag);
        return digest is not null && found.Tags.Remove(tag);
    });

    /// <summary>Removes a manifest with its tags and the content that nothing else refers to.</summary>
    public bool DeleteManifest(string repository, string digest)
    {
        var candidates = _document.Change(x =>
        {
            var found = Find(x, repository);
            if (!found.Manifests.Remove(digest, out var manifest))
            {
                return null;
            }

            foreach (var tag in found.Tags.Where(t => t.Value == digest).Select(t => t.Key).ToArray())
            {
                found.Tags.Remove(tag);
            }

            var unused = manifest.References
                .Where(r => !found.Manifests.ContainsKey(r) && !found.Manifests.Values.Any(m => m.References.Contains(r)))
                .ToArray();
            found.Blobs.ExceptWith(unused);
            return unused.Append(digest).ToArray();
        });
        DeleteUnused(candidates ?? []);
        return candidates is not null;
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

    private EcrRepository Find(EcrDocument document, string name) => document.Repositories.GetValueOrDefault(name)
        ?? throw new AwsServiceException(
            "RepositoryNotFoundException",
            $"The repository with name '{name}' does not exist in the registry with id '{_account.Id}'");

    [GeneratedRegex("^(?:[a-z0-9]+(?:[._-][a-z0-9]+)*/)*[a-z0-9]+(?:[._-]+[a-z0-9]+)*$")]
    private static partial Regex NamePattern();
}
