namespace Fairlead.Containers;

/// <summary>The files of a layout. Each is written under another name and renamed, so that a file with a name is a whole file.</summary>
internal sealed class BlobStore
{
    private const string TemporaryPrefix = ".writing-";
    private readonly string _root;
    private readonly string _blobs;

    public BlobStore(string root)
    {
        _root = root;
        _blobs = Path.Combine(root, "blobs", "sha256");
        Directory.CreateDirectory(_blobs);
    }

    /// <summary>Whether anything in the layout is not as it was found.</summary>
    public bool HasWritten { get; private set; }

    public async Task<OciDescriptor> AddAsync(byte[] content, string mediaType, CancellationToken cancellationToken)
    {
        var blob = new OciDescriptor(mediaType, OciDigest.Of(content), content.Length);
        if (await OciLayout.ProblemOfAsync(_root, blob, cancellationToken) is not null)
        {
            await WriteAsync(OciLayout.BlobPath(_root, blob.Digest), x => x.WriteAsync(content, cancellationToken).AsTask());
        }

        return blob;
    }

    public async Task<OciDescriptor> AddAsync(Func<Stream, Task> write, string mediaType, CancellationToken cancellationToken)
    {
        var temporary = Path.Combine(_blobs, TemporaryPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            OciDescriptor blob;
            await using (var file = Create(temporary))
            await using (var digest = new DigestingStream(file))
            {
                await write(digest);
                blob = new OciDescriptor(mediaType, digest.Digest, digest.Length);
            }

            cancellationToken.ThrowIfCancellationRequested();
            Rename(temporary, OciLayout.BlobPath(_root, blob.Digest));
            return blob;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>Copies a blob of another layout, and checks what was copied.</summary>
    public async Task ImportAsync(string source, OciDescriptor blob, CancellationToken cancellationToken)
    {
        if (await OciLayout.ProblemOfAsync(_root, blob, cancellationToken) is null)
        {
            return;
        }

        await using var content = new FileStream(source, FileMode.Open, FileAccess.Read, FileShare.Read, 128 * 1024, FileOptions.SequentialScan);
        var copied = await AddAsync(x => content.CopyToAsync(x, cancellationToken), blob.MediaType, cancellationToken);
        if (copied != blob)
        {
            throw new FairleadException(
                "The image cannot be built.",
                $"The base image's blob {blob.Digest} is damaged: {source} has the digest {copied.Digest}.",
                "Make or fetch the base image again.");
        }
    }

    public async Task WriteFileAsync(string name, byte[] content, CancellationToken cancellationToken)
    {
        var path = Path.Combine(_root, name);
        if (!File.Exists(path) || !(await File.ReadAllBytesAsync(path, cancellationToken)).AsSpan().SequenceEqual(content))
        {
            await WriteAsync(path, x => x.WriteAsync(content, cancellationToken).AsTask());
        }
    }

    public void RemoveAllBut(IReadOnlyCollection<string> digests)
    {
        var kept = digests.Select(x => OciLayout.BlobPath(_root, x)).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(_blobs).Concat(Directory.EnumerateFiles(_root, TemporaryPrefix + "*")).ToList())
        {
            if (!kept.Contains(file))
            {
                File.Delete(file);
                HasWritten = true;
            }
        }
    }

    private async Task WriteAsync(string path, Func<Stream, Task> write)
    {
        var temporary = Path.Combine(Path.GetDirectoryName(path)!, TemporaryPrefix + Guid.NewGuid().ToString("N"));
        try
        {
            await using (var file = Create(temporary))
            {
                await write(file);
            }

            Rename(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private void Rename(string from, string to)
    {
        File.Move(from, to, overwrite: true);
        HasWritten = true;
    }

    private static FileStream Create(string path) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, 128 * 1024);
}
