namespace Fairlead.LocalCloud.S3.Storage;

/// <summary>What a bucket holds, in memory: what its journal adds up to. Versions of a key are newest first. Not safe for several threads.</summary>
internal sealed class BucketIndex
{
    /// <summary>How many completed uploads are remembered: the client that did not hear of it asks again within seconds.</summary>
    private const int MostCompleted = 100;

    private readonly Queue<string> _completedInOrder = [];
    private SortedList<string, List<ObjectVersion>> _keys = new(KeyOrder.Instance);
    private Dictionary<string, List<ObjectVersion>>? _loading = new(StringComparer.Ordinal);

    public BucketConfiguration? Configuration { get; private set; }

    public Dictionary<string, MultipartUpload> Uploads { get; } = new(StringComparer.Ordinal);

    /// <summary>The last <see cref="MostCompleted"/> uploads that became objects, by their id.</summary>
    public Dictionary<string, CompletedUpload> Completed { get; } = new(StringComparer.Ordinal);

    /// <summary><see cref="ObjectVersion.Sequence"/> of the newest version that there ever was.</summary>
    public long LastSequence { get; private set; }

    public int KeyCount => _keys.Count;

    /// <summary>Versions, upload parts and completed uploads: what a rewritten journal would hold, about.</summary>
    public int LiveRecords { get; private set; }

    /// <summary>Ends the replay of a journal. Sorting once is what makes a bucket of many keys load fast.</summary>
    public void Loaded()
    {
        if (_loading is not null)
        {
            _keys = new SortedList<string, List<ObjectVersion>>(_loading, KeyOrder.Instance);
            _loading = null;
        }
    }

    public string KeyAt(int position) => _keys.Keys[position];

    public IReadOnlyList<ObjectVersion> VersionsAt(int position) => _keys.Values[position];

    public IReadOnlyList<ObjectVersion> Versions(string key) => Find(key) ?? [];

    /// <summary>Position of the first key that is not before <paramref name="key"/>.</summary>
    public int PositionOf(string key) => FirstPosition(candidate => KeyOrder.Instance.Compare(candidate, key) >= 0);

    /// <summary>Position of the first key that is after all those that start with <paramref name="prefix"/>.</summary>
    public int PositionBehind(string prefix)
        => FirstPosition(candidate => KeyOrder.Instance.Compare(candidate, prefix) > 0 && !candidate.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>Applies a change and returns the parts whose content nothing refers to any more.</summary>
    public IReadOnlyList<StoredPart> Apply(JournalRecord record)
    {
        if (record.Configuration is not null)
        {
            Configuration = record.Configuration;
        }
        else if (record.Put is { } version)
        {
            return Put(version, record.CompletedUpload);
        }
        else if (record.Remove is { } removed)
        {
            return Remove(removed.Key, removed.VersionId);
        }
        else if (record.Tag is { } tagged)
        {
            var versions = Find(tagged.Key);
            var index = versions?.FindIndex(x => x.VersionId == tagged.VersionId) ?? -1;
            if (index >= 0)
            {
                versions![index] = versions[index] with { Tags = tagged.Tags };
            }
        }
        else if (record.Upload is { } upload)
        {
            Uploads[upload.UploadId] = upload;
            LiveRecords++;
        }
        else if (record.Part is { } uploaded && Uploads.TryGetValue(uploaded.UploadId, out var target))
        {
            var replaced = target.Parts.TryGetValue(uploaded.Part.Number, out var before) ? before : null;
            target.Parts[uploaded.Part.Number] = uploaded.Part;
            LiveRecords += replaced is null ? 1 : 0;
            return replaced is null ? [] : [replaced];
        }
        else if (record.Abort is { } aborted && Uploads.Remove(aborted, out var ended))
        {
            LiveRecords -= 1 + ended.Parts.Count;
            return [.. ended.Parts.Values];
        }
        else if (record.Completed is { } completed)
        {
            Remember(completed);
        }

        return [];
    }

    /// <summary>The shortest journal that adds up to this.</summary>
    public IEnumerable<JournalRecord> Records()
    {
        yield return new JournalRecord { Configuration = Configuration };
        foreach (var version in _keys.Values.SelectMany(Enumerable.Reverse))
        {
            yield return new JournalRecord { Put = version };
        }

        foreach (var id in _completedInOrder)
        {
            yield return new JournalRecord { Completed = Completed[id] };
        }

        foreach (var upload in Uploads.Values)
        {
            yield return new JournalRecord { Upload = upload };
            foreach (var part in upload.Parts.Values)
            {
                yield return new JournalRecord { Part = new UploadedPart(upload.UploadId, part) };
            }
        }
    }

    /// <summary>Names of the files that hold content of this bucket.</summary>
    public HashSet<string> Blobs()
        => [.. _keys.Values.SelectMany(x => x).SelectMany(x => x.Parts).Concat(Uploads.Values.SelectMany(x => x.Parts.Values)).Select(x => x.Blob)];

    private List<StoredPart> Put(ObjectVersion version, string? completedUpload)
    {
        var obsolete = new List<StoredPart>();
        var versions = Find(version.Key);

        // Journals of earlier versions have no sequence; the order of their lines is one.
        version = version.Sequence > 0 ? version : version with { Sequence = LastSequence + 1 };
        LastSequence = Math.Max(LastSequence, version.Sequence);
        if (versions is null)
        {
            versions = [];
            if (_loading is not null)
            {
                _loading.Add(version.Key, versions);
            }
            else
            {
                _keys.Add(version.Key, versions);
            }
        }

        if (version.VersionId == ObjectVersion.NullId && versions.FindIndex(x => x.VersionId == ObjectVersion.NullId) is var index and >= 0)
        {
            obsolete.AddRange(versions[index].Parts);
            versions.RemoveAt(index);
            LiveRecords--;
        }

        versions.Insert(0, version);
        LiveRecords++;
        if (completedUpload is not null && Uploads.Remove(completedUpload, out var upload))
        {
            LiveRecords -= 1 + upload.Parts.Count;
            var used = version.Parts.Select(x => x.Blob).ToHashSet(StringComparer.Ordinal);
            obsolete.AddRange(upload.Parts.Values.Where(x => !used.Contains(x.Blob)));
            Remember(new CompletedUpload(upload.UploadId, upload.AlgorithmWasNamed, version));
        }

        return obsolete;
    }

    private void Remember(CompletedUpload completed)
    {
        Completed[completed.UploadId] = completed;
        _completedInOrder.Enqueue(completed.UploadId);
        LiveRecords++;
        if (_completedInOrder.Count > MostCompleted)
        {
            Completed.Remove(_completedInOrder.Dequeue());
            LiveRecords--;
        }
    }

    private IReadOnlyList<StoredPart> Remove(string key, string versionId)
    {
        var versions = Find(key);
        var index = versions?.FindIndex(x => x.VersionId == versionId) ?? -1;
        if (index < 0)
        {
            return [];
        }

        var removed = versions![index];
        versions.RemoveAt(index);
        LiveRecords--;
        if (versions.Count == 0)
        {
            _ = _loading?.Remove(key) ?? _keys.Remove(key);
        }

        return removed.Parts;
    }

    private List<ObjectVersion>? Find(string key)
        => _loading is not null
            ? _loading.GetValueOrDefault(key)
            : _keys.TryGetValue(key, out var versions) ? versions : null;

    private int FirstPosition(Func<string, bool> matches)
    {
        var low = 0;
        var high = _keys.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (matches(_keys.Keys[middle]))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }
}
