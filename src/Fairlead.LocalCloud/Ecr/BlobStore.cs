using System.Collections.Concurrent;
using System.Security.Cryptography;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Ecr;

/// <summary>
/// Content by digest, shared by all repositories. A blob appears whole, after its digest was checked and its bytes were flushed to the
/// disk; an upload that was cut off leaves a file in <c>ecr/uploads</c> that the next start removes.
/// </summary>
internal sealed class BlobStore
{
    private readonly ConcurrentDictionary<string, SemaphoreSlim> _turns = new(StringComparer.Ordinal);
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

    public async Task CancelUploadAsync(string id, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(id, cancellationToken);
        File.Delete(UploadPath(id));
        _turns.TryRemove(id, out _);
    }

    /// <summary>Appends to an upload and returns its new length. When the source breaks off, the upload keeps what had arrived.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="at">Where the content begins; null for the end of what is there.</param>
    /// <param name="content">What is appended.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is no such upload, or none any more.</exception>
    /// <exception cref="UploadPositionException">The upload does not end where the content begins.</exception>
    public async Task<long> AppendAsync(string id, long? at, Stream content, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(id, cancellationToken);
        await using var stream = new FileStream(UploadPath(id), FileMode.Open, FileAccess.Write, FileShare.None, 81_920, FileOptions.Asynchronous);
        stream.Seek(0, SeekOrigin.End);
        if (at is not null && at != stream.Length)
        {
            throw new UploadPositionException(stream.Length);
        }

        await content.CopyToAsync(stream, cancellationToken);
        await stream.FlushAsync(cancellationToken);
        return stream.Length;
    }

    /// <summary>Checks the upload against its digest and makes it a blob. False when it is something else; the upload is gone then. Nothing is appended to it
    /// meanwhile, nor afterwards.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="digest">What it must be.</param>
    /// <param name="publish">Called with the action that makes the blob appear, so that the caller can do it together with what refers to it.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="FileNotFoundException">There is no such upload, or none any more.</exception>
    public async Task<bool> CommitAsync(string id, string digest, Action<Action> publish, CancellationToken cancellationToken)
    {
        using var turn = await TakeTurnAsync(id, cancellationToken);
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
                _turns.TryRemove(id, out _);
                return false;
            }

            stream.Flush(flushToDisk: true);
        }

        publish(() => File.Move(path, PathOf(digest), overwrite: true));
        _turns.TryRemove(id, out _);
        return true;
    }

    private async Task<Turn> TakeTurnAsync(string id, CancellationToken cancellationToken)
    {
        var turn = _turns.GetOrAdd(id, _ => new SemaphoreSlim(1));
        await turn.WaitAsync(cancellationToken);
        return new Turn(turn);
    }

    private string PathOf(string digest)
        => Digest.IsValid(digest) ? Path.Combine(_blobs, digest[7..]) : throw new ArgumentException($"'{digest}' is not a digest.", nameof(digest));

    private string UploadPath(string id) => Path.Combine(_uploads, id);

    /// <summary>Who has it works on the upload, and nobody else.</summary>
    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
