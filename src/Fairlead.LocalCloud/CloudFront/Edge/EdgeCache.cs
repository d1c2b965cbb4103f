namespace Fairlead.LocalCloud.CloudFront.Edge;

/// <summary>
/// The cache of all distributions: whole responses in memory, at most <see cref="Capacity"/> bytes, the least recently used go first.
/// Several requests for the same missing object ask the origin once.
/// </summary>
internal sealed class EdgeCache
{
    /// <summary>256 MiB: a site of this size is larger than any that one developer's machine shows, and the process stays small.</summary>
    public const long Capacity = 256 * 1024 * 1024;

    /// <summary>32 MiB. A larger response is passed on without being kept; CloudFront's own bound is tens of gigabytes.</summary>
    public const int LargestObject = 32 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<CacheKey, LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _recent = new();
    private readonly Dictionary<CacheKey, Task<FetchResult>> _fetches = [];
    private readonly long _capacity;
    private long _size;
    private long _removals;

    public EdgeCache(long capacity = Capacity) => _capacity = capacity;

    /// <summary>Counts removals. A response whose fetch began before the last one may be an old copy and is not kept.</summary>
    public long Removals
    {
        get
        {
            lock (_lock)
            {
                return _removals;
            }
        }
    }

    /// <summary>The entry, fresh or not.</summary>
    public StoredResponse? Find(CacheKey key)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(key, out var node))
            {
                return null;
            }

            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Response;
        }
    }

    /// <param name="key">The object.</param>
    /// <param name="response">What the origin sent.</param>
    /// <param name="removalsAtStart">What <see cref="Removals"/> was when the origin was asked.</param>
    public void Store(CacheKey key, StoredResponse response, long removalsAtStart)
    {
        lock (_lock)
        {
            if (removalsAtStart != _removals || response.Size > _capacity)
            {
                return;
            }

            Remove(key);
            _entries[key] = _recent.AddFirst(new Entry(key, response));
            _size += response.Size;
            while (_size > _capacity)
            {
                Remove(_recent.Last!.Value.Key);
            }
        }
    }

    public void RemoveWhere(Func<CacheKey, bool> condition)
    {
        lock (_lock)
        {
            _removals++;
            foreach (var key in _entries.Keys.Where(condition).ToArray())
            {
                Remove(key);
            }

            // Who comes now must not wait for an answer that was asked for before.
            foreach (var key in _fetches.Keys.Where(condition).ToArray())
            {
                _fetches.Remove(key);
            }
        }
    }

    /// <summary>Runs <paramref name="fetch"/>, or waits for the one that runs for the same object. The
    /// fetch is nobody's: a viewer who leaves does not end it.</summary>
    /// <returns>The result, and whether this caller's own fetch produced it.</returns>
    public async Task<(FetchResult Result, bool Own)> FetchOnceAsync(CacheKey key, Func<Task<FetchResult>> fetch, CancellationToken cancellationToken)
    {
        Task<FetchResult>? running;
        TaskCompletionSource<FetchResult>? own = null;
        lock (_lock)
        {
            if (!_fetches.TryGetValue(key, out running))
            {
                own = new TaskCompletionSource<FetchResult>(TaskCreationOptions.RunContinuationsAsynchronously);
                running = _fetches[key] = own.Task;
            }
        }

        if (own is not null)
        {
            _ = CompleteAsync(key, fetch, own);
        }

        return (await running.WaitAsync(cancellationToken), own is not null);
    }

    private async Task CompleteAsync(CacheKey key, Func<Task<FetchResult>> fetch, TaskCompletionSource<FetchResult> completion)
    {
        try
        {
            var result = await fetch();
            Forget();
            completion.SetResult(result);
        }
        catch (Exception exception)
        {
            Forget();
            completion.SetException(exception);
        }

        void Forget()
        {
            lock (_lock)
            {
                if (_fetches.TryGetValue(key, out var current) && current == completion.Task)
                {
                    _fetches.Remove(key);
                }
            }
        }
    }

    private void Remove(CacheKey key)
    {
        if (_entries.Remove(key, out var node))
        {
            _recent.Remove(node);
            _size -= node.Value.Response.Size;
        }
    }

    private sealed record Entry(CacheKey Key, StoredResponse Response);
}

/// <summary>What asking the origin came to.</summary>
/// <param name="Response">Null when the response is too large to be held: each viewer then gets a stream of its own.</param>
/// <param name="Cache">What the <c>X-Cache</c> header says: Miss, RefreshHit or Hit (a stale copy that stood in for an origin without an answer).</param>
internal sealed record FetchResult(StoredResponse? Response, string Cache);
