using System.Security.Cryptography;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>
/// Content by digest, shared by all repositories. A blob appears whole, after its digest was checked and its bytes were flushed to the
/// disk; an upload that was cut off leaves a file in <c>ecr/uploads</c> that the next start removes.
/// </summary>
internal sealed class BlobStore
{
    private readonly string _blobs;
    private readonly string _uploads;

    public BlobStore(StateDirectory state)
    {
        _blobs = Path.GetDirectoryName(state.PathOf("ecr", "blobs", "sha256", "x"))!;
        _uploads = Path.GetDirectoryName(state.PathOf("ecr", "uploads", "x"))!;
        foreach (var file in Directory.GetFiles(_uploads))
        {
            File.Delete(file);
        }
    }

    public bool Has(string digest) => File.Exists(PathOf(digest));

    public long Size(string digest) => new FileInfo(PathOf(digest)).Length;

    public FileStream OpenRead(string digest) => new(
        PathOf(digest),
        FileMode.Open,
        FileAccess.Read,
        FileShare.Read | FileShare.Delete,
        81_920,
        FileOptions.Asynchronous | FileOptions.SequentialScan);

    public Task<byte[]> ReadAsync(string digest, CancellationToken cancellationToken) => File.ReadAllBytesAsync(PathOf(digest), cancellationToken);

    public void Delete(string digest) => File.Delete(PathOf(digest));

    /// <summary>Stores small content, a manifest.</summary>
    public void Put(string digest, ReadOnlySpan<byte> content)
    {
        if (Has(digest))
        {
            return;
        }

        var temporary = Path.Combine(_uploads, Guid.NewGuid().ToString());
        using (var stream = new FileStream(temporary, FileMode.CreateNew))
        {
            stream.Write(content);
            stream.Flush(flushToDisk: true);
        }

        File.Move(temporary, PathOf(digest), overwrite: true);
    }

    public string StartUpload()
    {
        var id = Guid.NewGuid().ToString();
        using var stream = new FileStream(UploadPath(id), FileMode.CreateNew);
        return id;
    }

    public bool HasUpload(string id) => Guid.TryParseExact(id, "D", out _) && File.Exists(UploadPath(id));

    /// <summary>Bytes received so far.</summary>
    public long UploadSize(string id) => new FileInfo(UploadPath(id)).Length;

    public void CancelUpload(string id) => File.Delete(UploadPath(id));

    /// <summary>Appends to an upload and returns its new length. When the source breaks off, the upload keeps what had arrived.</summary>
    public async Task<long> AppendAsync(string id, Stream content, CancellationToken cancellationToken)
    {
        await using var stream = new FileStream(UploadPath(id), FileMode.Append, FileAccess.Write, FileShare.None, 81_920, FileOptions.Asynchronous);
        await content.CopyToAsync(stream, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return stream.Length;
    }

    /// <summary>Checks the upload against its digest and makes it a blob. False when it is something else; the upload is gone then.</summary>
    public async Task<bool> CommitAsync(string id, string digest, CancellationToken cancellationToken)
    {
        var path = UploadPath(id);
        await using (var stream = new FileStream(
            path,
            FileMode.Open,
            FileAccess.ReadWrite,
            FileShare.None,
            81_920,
            FileOptions.Asynchronous | FileOptions.SequentialScan))
        {
            var actual = "sha256:" + Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
            if (actual != digest)
            {
                File.Delete(path);
                return false;
            }

            stream.Flush(flushToDisk: true);
        }

        File.Move(path, PathOf(digest), overwrite: true);
        return true;
    }

    private string PathOf(string digest)
        => Digest.IsValid(digest) ? Path.Combine(_blobs, digest[7..]) : throw new ArgumentException($"'{digest}' is not a digest.", nameof(digest));

    private string UploadPath(string id) => Path.Combine(_uploads, id);
}
