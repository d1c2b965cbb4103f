using System.Collections;

namespace Nuke.Common.Utilities.Collections;

/// <summary>A lookup that can be changed; a key without values is empty rather than an error.</summary>
public class LookupTable<TKey, TValue> : ILookup<TKey, TValue>
    where TKey : notnull
{
    private readonly Dictionary<TKey, List<TValue>> _values;

    public LookupTable()
        : this(EqualityComparer<TKey>.Default)
    {
    }

    public LookupTable(IEqualityComparer<TKey> comparer) => _values = new Dictionary<TKey, List<TValue>>(comparer);

    public LookupTable(Dictionary<TKey, List<TValue>> dictionary) => _values = dictionary;

    public LookupTable(ILookup<TKey, TValue> lookupTable, IEqualityComparer<TKey>? comparer = null)
        : this(comparer ?? EqualityComparer<TKey>.Default)
    {
        foreach (var group in lookupTable)
        {
            AddRange(group.Key, group);
        }
    }

    public int Count => _values.Count;

    public IEnumerable<TValue> this[TKey key]
    {
        get => _values.TryGetValue(key, out var values) ? values : [];
        set => _values[key] = [.. value];
    }

    public void Add(TKey key, TValue value) => AddRange(key, [value]);

    public void AddRange(TKey key, IEnumerable<TValue> values)
    {
        if (!_values.TryGetValue(key, out var list))
        {
            _values[key] = list = [];
        }

        list.AddRange(values);
    }

    public void Remove(TKey key) => _values.Remove(key);

    public void Remove(TKey key, TValue value)
    {
        if (_values.TryGetValue(key, out var list))
        {
            list.Remove(value);
        }
    }

    public void Clear() => _values.Clear();

    public bool Contains(TKey key) => _values.ContainsKey(key);

    public IEnumerator<IGrouping<TKey, TValue>> GetEnumerator()
        => _values.SelectMany(x => x.Value.Select(y => (x.Key, Value: y))).GroupBy(x => x.Key, x => x.Value).GetEnumerator();

    public ILookup<TKey, TValue> AsReadOnly() => this;

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
