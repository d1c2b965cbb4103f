using System.Collections.Concurrent;
using System.Text.Json;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>All buckets, below <c>s3/</c> in the state directory. A bucket that is being made or
/// deleted is one directory rename away from its other state.</summary>
internal sealed class S3Store : IDisposable
{
    private const string TrashFolder = "s3/trash";
    private const string CorruptFolder = "s3/corrupt";

    private readonly Lock _lock = new();
    private readonly ConcurrentDictionary<string, Bucket> _buckets = new(StringComparer.Ordinal);
    private readonly StateDirectory _state;
    private readonly TimeProvider _clock;

    /// <exception cref="StateDirectoryException">A bucket's journal cannot be read. The bucket was moved aside whole, content included.</exception>
    public S3Store(StateDirectory state, TimeProvider clock)
    {
        _state = state;
        _clock = clock;
        EmptyTrash();
        foreach (var directory in Directory.CreateDirectory(Path.Combine(state.Root, BucketsFolder))
            .EnumerateDirectories()
            .OrderBy(x => x.Name, StringComparer.Ordinal))
        {
            Load(directory);
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

    /// <summary>Makes a bucket that has settings like a new bucket of AWS. One that exists is left as it is where S3 does so, in us-east-1.</summary>
    public void Create(string name, string region)
    {
        lock (_lock)
        {
            if (_buckets.ContainsKey(name))
            {
                if (region != "us-east-1")
                {
                    throw new AwsServiceException(
                        "BucketAlreadyOwnedByYou",
                        "Your previous request to create the named bucket succeeded and you already own it.",
                        StatusCodes.Status409Conflict);
                }

                return;
            }

            try
            {
                _state.CreateFolder(Path.Combine(_state.Root, BucketsFolder, name));
                _buckets[name] = Storage.Bucket.Create(_state, name, new BucketConfiguration
                {
                    Created = Now,
                    Region = region,
                    PublicAccessBlock = new PublicAccessBlock(true, true, true, true),
                });
            }
            catch (IOException exception)
            {
                Discard(name);
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

    private void Load(DirectoryInfo directory)
    {
        var journal = Path.Combine(directory.FullName, Storage.Bucket.JournalName);
        if (!File.Exists(journal) || IsUnfinished(journal))
        {
            // Killed while the bucket was made: it was never acknowledged and holds nothing.
            Discard(directory.Name);
            return;
        }

        try
        {
            _buckets[directory.Name] = Storage.Bucket.Load(_state, directory.Name);
        }
        catch (JsonException exception)
        {
            var aside = _state.PathOf(CorruptFolder, $"{directory.Name}.{DateTimeOffset.UtcNow:yyyyMMddHHmmss}.corrupt");
            Directory.Move(directory.FullName, aside);
            throw new StateDirectoryException($"The local cloud's state file {journal} cannot be read: {exception.Message} The bucket '{directory.Name}' "
                + $"was moved to {aside} with all its content. Run again to start without it.", exception);
        }
    }

    private static bool IsUnfinished(string journal)
    {
        using var file = File.OpenRead(journal);
        for (var value = file.ReadByte(); value >= 0; value = file.ReadByte())
        {
            if (value == '\n')
            {
                return false;
            }
        }

        return true;
    }

    private void Discard(string name)
    {
        var path = Path.Combine(_state.Root, BucketsFolder, name);
        if (Directory.Exists(path))
        {
            Directory.Move(path, _state.PathOf(TrashFolder, Guid.NewGuid().ToString("N")));
        }

        try
        {
            EmptyTrash();
        }
        catch (IOException)
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
