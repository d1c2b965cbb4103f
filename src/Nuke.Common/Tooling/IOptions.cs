using System.Collections.ObjectModel;
using System.Linq.Expressions;

namespace Nuke.Common.Tooling;

/// <summary>Changes options in place, each option named by its property: <c>b.Set(() =&gt; o.Configuration, "Release")</c>.</summary>
public interface IOptions
{
    /// <summary>The value of an option; default when it was not set.</summary>
    T Get<T>(Expression<Func<object?>> provider);

    /// <summary>Sets an option; null resets it.</summary>
    void Set<T>(Expression<Func<T>> provider, object? value);

    void Remove<T>(Expression<Func<T>> provider);

    void SetDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, TKey key, TValue value)
        where TKey : notnull;

    /// <exception cref="ArgumentException">The key has a value already.</exception>
    void AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, TKey key, TValue value)
        where TKey : notnull;

    void AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, Dictionary<TKey, TValue> value)
        where TKey : notnull;
    void AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, ReadOnlyDictionary<TKey, TValue> value)
        where TKey : notnull;
    void RemoveDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, TKey key)
        where TKey : notnull;
    void ClearDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider)
        where TKey : notnull;

    void SetLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, params TValue[] values)
        where TKey : notnull;
    void SetLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, IEnumerable<TValue> values)
        where TKey : notnull;
    void AddLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, params TValue[] values)
        where TKey : notnull;
    void AddLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, IEnumerable<TValue> values)
        where TKey : notnull;
    void RemoveLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key)
        where TKey : notnull;
    void RemoveLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, TValue value)
        where TKey : notnull;
    void ClearLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider)
        where TKey : notnull;

    void AddCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, params T[] value);
    void AddCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, IEnumerable<T> value);
    void RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, params T[] value);
    void RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, IEnumerable<T> value);
    void ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider);
}
