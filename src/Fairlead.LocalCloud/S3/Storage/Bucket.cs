using System.Text.Json;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>
/// One bucket: an index in memory, a journal and the content on disk. Every change is on the disk before the method that makes it
/// returns, and is seen by every reader after that. Content is written to a file of its own first and belongs to an object only by the
/// journal line that names it, so a killed process leaves the old object or the new one, and files that nothing names are swept at the next start.
/// </summary>
internal sealed class Bucket : IDisposable
{
    /// <summary>A journal is rewritten when it has this many lines more than twice what it needs.</summary>
    private const int JournalSlack = 200;

    private readonly Lock _lock = new();
    private readonly StateDirectory _state;
    private readonly BucketIndex _index = new();
    private readonly BucketJournal _journal;
    private readonly List<WriteCondition> _conditionsUnderWay = [];
    private bool _deleted;

    private Bucket(StateDirectory state, string name)
    {
        _state = state;
        Name = name;
        Directory = System.IO.Path.Combine(state.Root, S3Store.BucketsFolder, name);
        Blobs = new BlobFolder(state, System.IO.Path.Combine(Directory, "blobs"));
        _journal = BucketJournal.Load(System.IO.Path.Combine(Directory, JournalName), record => _index.Apply(record));
        if (_index.Configuration is null)
        {
            _journal.Dispose();
            throw new JsonException("The bucket's configuration is missing.");
        }

        _index.Loaded();
    }

    public static string JournalName => "journal";

    public string Name { get; }

    public string Directory { get; }

    public BlobFolder Blobs { get; }

    public BucketConfiguration Configuration
    {
        get
        {
            lock (_lock)
            {
                return _index.Configuration!;
            }
        }
    }

    /// <summary>
    /// Makes the bucket. Its directory gets its name when its journal is whole and on the disk: one that has the name and no journal, or
    /// one that says nothing, was damaged later.
    /// </summary>
    /// <param name="state">Where.</param>
    /// <param name="name">Of no bucket that there is.</param>
    /// <param name="unfinished">A directory that does not exist yet, which a killed process may leave: it holds nothing that was acknowledged.</param>
    /// <param name="configuration">Its settings.</param>
    public static Bucket Create(StateDirectory state, string name, string unfinished, BucketConfiguration configuration)
    {
        state.CreateFolder(unfinished);
        BucketJournal.Create(System.IO.Path.Combine(unfinished, JournalName), new JournalRecord { Configuration = configuration });
        var directory = System.IO.Path.Combine(state.Root, S3Store.BucketsFolder, name);
        state.CreateFolder(System.IO.Path.GetDirectoryName(directory)!);
        System.IO.Directory.Move(unfinished, directory);
        return new Bucket(state, name);
    }

    /// <exception cref="JsonException">The journal is not what this program wrote, or is not there.</exception>
    public static Bucket Load(StateDirectory state, string name)
    {
        var bucket = new Bucket(state, name);
        bucket.CompactWhenDue();
        bucket.Blobs.Sweep(bucket._index.Blobs());
        return bucket;
    }

    public TResult Read<TResult>(Func<BucketIndex, TResult> read)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            return read(_index);
        }
    }

    public void Configure(Func<BucketConfiguration, BucketConfiguration> change)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            var changed = change(_index.Configuration!);
            if (changed != _index.Configuration)
            {
                Apply(new JournalRecord { Configuration = changed });
            }
        }
    }

    /// <summary>The current version of a key, or the named one; null when there is none.</summary>
    public ObjectVersion? Find(string key, string? versionId)
        => Read(index => versionId is null ? index.Versions(key).FirstOrDefault() : index.Versions(key).FirstOrDefault(x => x.VersionId == versionId));

    /// <summary>Opens the content of what <paramref name="choose"/> returns while nobody can delete it; it stays readable after that.</summary>
    public Stream Open(Func<BucketIndex, ObjectVersion> choose, out ObjectVersion version)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            version = choose(_index);
            return Blobs.Open(version.Parts);
        }
    }

    /// <summary>Refuses a conditional write before its body is read, and watches the key until the result is disposed.</summary>
    public IDisposable Begin(WriteCondition? condition)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            if (condition is null)
            {
                return new ConditionWatch(this, null);
            }

            condition.Check(Current(condition.Key));
            _conditionsUnderWay.Add(condition);
            return new ConditionWatch(this, condition);
        }
    }

    /// <summary>Makes a version current. Its id is chosen here, from the bucket's versioning.</summary>
    public ObjectVersion Put(ObjectVersion version, WriteCondition? condition)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            condition?.Check(Current(version.Key));
            version = Placed(version);
            Apply(new JournalRecord { Put = version });
            return version;
        }
    }

    /// <summary>
    /// Makes an object out of the parts of an upload. What <paramref name="make"/> reads is what the upload holds at that moment: a part that somebody sends
    /// again meanwhile comes before or after, and never takes content away from the object. Of an upload that was completed before,
    /// <paramref name="confirm"/> gets what it became; nothing is written then.
    /// </summary>
    public ObjectVersion Complete(
        string key,
        string uploadId,
        Func<MultipartUpload, ObjectVersion> make,
        Action<CompletedUpload> confirm,
        WriteCondition? condition)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            if (_index.Completed.TryGetValue(uploadId, out var completed) && completed.Object.Key == key)
            {
                confirm(completed);
                return completed.Object;
            }

            var version = Placed(make(UploadOf(_index, key, uploadId)));
            condition?.Check(Current(key));
            Apply(new JournalRecord { Put = version, CompletedUpload = uploadId });
            return version;
        }
    }

    /// <summary>Deletes a version for good, or the current one: that leaves a delete marker in a versioned
    /// bucket. Null when nothing was there and nothing was made.</summary>
    /// <exception cref="Protocol.AwsServiceException">The condition, which is of the current version, does not hold.</exception>
    public ObjectVersion? Delete(string key, string? versionId, WriteCondition? condition, DateTimeOffset now)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            var current = Current(key);
            condition?.Check(current);
            foreach (var disturbed in _conditionsUnderWay.Where(x => x.Key == key && current is not null))
            {
                disturbed.Disturbed = true;
            }

            if (versionId is null && _index.Configuration!.Versioning is not null)
            {
                var marker = Placed(new ObjectVersion { Key = key, IsDeleteMarker = true, LastModified = now });
                Apply(new JournalRecord { Put = marker });
                return marker;
            }

            var removed = _index.Versions(key).FirstOrDefault(x => x.VersionId == (versionId ?? ObjectVersion.NullId));
            if (removed is not null)
            {
                Apply(new JournalRecord { Remove = new RemovedVersion(key, removed.VersionId) });
            }

            return removed;
        }
    }

    public void Tag(string key, string versionId, Dictionary<string, string>? tags)
        => ApplyLocked(new JournalRecord { Tag = new ChangedTags(key, versionId, tags) });

    public void StartUpload(MultipartUpload upload) => ApplyLocked(new JournalRecord { Upload = upload });

    public void AddPart(string uploadId, StoredPart part)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            if (!_index.Uploads.ContainsKey(uploadId))
            {
                throw S3Errors.NoSuchUpload();
            }

            Apply(new JournalRecord { Part = new UploadedPart(uploadId, part) });
        }
    }

    public void AbortUpload(string key, string uploadId)
    {
        lock (_lock)
        {
            _ = UploadOf(_index, key, uploadId);
            Apply(new JournalRecord { Abort = uploadId });
        }
    }

    public static MultipartUpload UploadOf(BucketIndex index, string key, string uploadId)
        => index.Uploads.TryGetValue(uploadId, out var upload) && upload.Key == key ? upload : throw S3Errors.NoSuchUpload();

    /// <summary>Nothing can be written from here on. Throws when the bucket still holds something.</summary>
    public void Close()
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            if (_index.KeyCount > 0)
            {
                throw S3Errors.BucketNotEmpty();
            }

            _deleted = true;
            _journal.Dispose();
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _deleted = true;
            _journal.Dispose();
        }
    }

    private ObjectVersion? Current(string key) => _index.Versions(key).FirstOrDefault() is { IsDeleteMarker: false } version ? version : null;

    private ObjectVersion Placed(ObjectVersion version)
    {
        var sequence = _index.LastSequence + 1;
        return version with
        {
            Sequence = sequence,
            VersionId = _index.Configuration!.Versioning == "Enabled" ? VersionPosition.NewId(sequence) : ObjectVersion.NullId,
        };
    }

    private void ApplyLocked(JournalRecord record)
    {
        lock (_lock)
        {
            ThrowIfDeleted();
            Apply(record);
        }
    }

    private void Apply(JournalRecord record)
    {
        try
        {
            _journal.Append(record);
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            throw S3Errors.DiskRefused(exception);
        }

        Blobs.Delete(_index.Apply(record));
        CompactWhenDue();
    }

    private void CompactWhenDue()
    {
        if (_journal.Count <= (2 * _index.LiveRecords) + JournalSlack)
        {
            return;
        }

        try
        {
            _journal.Rewrite(_state, _index.Records());
        }
        catch (Exception exception) when (DiskRefusal.Is(exception))
        {
            // The long journal is as good as the short one; the next change tries again.
        }
    }

    private void ThrowIfDeleted()
    {
        if (_deleted)
        {
            throw S3Errors.NoSuchBucket();
        }
    }

    private sealed class ConditionWatch(Bucket bucket, WriteCondition? condition) : IDisposable
    {
        public void Dispose()
        {
            if (condition is not null)
            {
                lock (bucket._lock)
                {
                    bucket._conditionsUnderWay.RemoveAll(x => ReferenceEquals(x, condition));
                }
            }
        }
    }
}
