using System.Collections.Concurrent;
using System.Text.Json;
using Fairlead.Json;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>All buckets, below <c>s3/</c> in the state directory. A bucket that is being made or
/// deleted is one directory rename away from its other state.</summary>
internal sealed class S3Store : IDisposable
{
    private const string TrashFolder = "s3/trash";
    private const string CorruptFolder = "s3/corrupt";
    private const string UsEast1 = "us-east-1";

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly StateDirectory _state;
    private readonly TimeProvider _clock;

    /// <exception cref="StateDirectoryException">A bucket's journal is damaged. The bucket was moved aside whole, content included.</exception>
    public S3Store(StateDirectory state, TimeProvider clock)
    {
        _state = state;
        _clock = clock;
        EmptyTrash();
        var buckets = Path.GetDirectoryName(state.PathOf(BucketsFolder, "x"))!;

        // No bucket's name begins with a dot; what does is the system's, such as .DS_Store.
        foreach (var entry in new DirectoryInfo(buckets).EnumerateFileSystemInfos().Where(x => x.Name[0] != '.').OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            Load(entry.Name);
        }
    }

    public static string BucketsFolder => "s3/buckets";

    public DateTimeOffset Now
    {
        get
        {
            var now = _clock.GetUtcNow();
            return now.AddTicks(-(now.UtcTicks % TimeSpan.TicksPerSecond));
        }
    }

    public IEnumerable<Bucket> Buckets => _buckets.Values.OrderBy(x => x.Name, KeyOrder.Instance);

    public Bucket Bucket(string name) => _buckets.TryGetValue(name, out var bucket) ? bucket : throw S3Errors.NoSuchBucket();

    /// <summary>
    /// Makes a bucket that has settings like a new bucket of AWS. One that exists is left as it is where S3 does so: in us-east-1
    /// (https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html, BucketAlreadyOwnedByYou).
    /// </summary>
    public void Create(string name, string region, Func<BucketConfiguration, BucketConfiguration>? settings = null)
    {
        lock (_lock)
        {
            if (_buckets.TryGetValue(name, out var existing))
            {
                if (region != UsEast1 || existing.Configuration.Region != UsEast1)
                {
                    throw new AwsServiceException(
                        "BucketAlreadyOwnedByYou",
                        "Your previous request to create the named bucket succeeded and you already own it.",
                        StatusCodes.Status409Conflict);
                }

                return;
            }

            var configuration = new BucketConfiguration
            {
                Created = Now,
                Region = region,
                PublicAccessBlock = new PublicAccessBlock(true, true, true, true),
            };
            try
            {
                _buckets[name] = Storage.Bucket.Create(
                    _state,
                    name,
                    Path.Combine(_state.Root, TrashFolder, Guid.NewGuid().ToString("N")),
                    settings?.Invoke(configuration) ?? configuration);
            }
            catch (Exception exception) when (DiskRefusal.Is(exception))
            {
                TryEmptyTrash();
                throw S3Errors.DiskRefused(exception);
            }
        }
    }

    public void Delete(string name)
    {
        lock (_lock)
        {
            Bucket(name).Close();
            _buckets.TryRemove(name, out _);
            Discard(name);
        }
    }

    public void Dispose()
    {
        foreach (var bucket in _buckets.Values)
        {
            bucket.Dispose();
        }
    }

    private void Load(string name)
    {
        try
        {
            _buckets[name] = Storage.Bucket.Load(_state, name);
        }
        catch (JsonException exception)
        {
            throw DamagedState.MoveAside(
                Path.Combine(_state.Root, BucketsFolder, name),
                $"The local cloud's state file {JournalOf(name)} cannot be read: {JsonFault.Of(exception)} With it goes the bucket '{name}' and all its content.",
                exception,
                _state.PathOf(CorruptFolder, name));
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw new StateDirectoryException(
                $"The bucket '{name}' of the local cloud cannot be read: {exception.Message} It was left as it is, with its journal {JournalOf(name)}. Make it "
                    + "readable, and run again.",
                exception);
        }
    }

    private string JournalOf(string name) => Path.Combine(_state.Root, BucketsFolder, name, Storage.Bucket.JournalName);

    private void Discard(string name)
    {
        var path = Path.Combine(_state.Root, BucketsFolder, name);
        if (Directory.Exists(path))
        {
            Directory.Move(path, _state.PathOf(TrashFolder, Guid.NewGuid().ToString("N")));
        }

        TryEmptyTrash();
    }

    private void TryEmptyTrash()
    {
        try
        {
            EmptyTrash();
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            // A write that was under way put one more file there; the next start empties it.
        }
    }

    private void EmptyTrash()
    {
        var trash = Path.Combine(_state.Root, TrashFolder);
        if (Directory.Exists(trash))
        {
            Directory.Delete(trash, recursive: true);
        }
    }
}
