namespace Fairlead.Releases;

/// <summary>A layer of a service's image.</summary>
/// <param name="Digest"><c>sha256:…</c>.</param>
/// <param name="Size">Bytes as it is stored and sent.</param>
public sealed record ReleasedLayer(string Digest, long Size);
