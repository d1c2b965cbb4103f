namespace Fairlead.Releases;

/// <summary>Takes away what a pruned release leaves outside of the ledger. Everything is idempotent: what is gone already is no error.</summary>
public interface IPruneTarget
{
    /// <summary>Removes images from the service's repository, by the digests of their manifests.</summary>
    Task RemoveImagesAsync(string service, IReadOnlyList<string> digests, CancellationToken cancellationToken);

    /// <summary>Removes revisions of the service: on ECS, deregisters task definitions.</summary>
    Task RemoveRevisionsAsync(string service, IReadOnlyList<string> revisions, CancellationToken cancellationToken);

    /// <summary>Removes objects from the site's bucket.</summary>
    Task RemoveAssetsAsync(string site, IReadOnlyList<string> keys, CancellationToken cancellationToken);
}
