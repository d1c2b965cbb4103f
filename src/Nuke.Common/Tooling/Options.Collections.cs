using System.Collections.ObjectModel;
using System.Linq.Expressions;
using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

public partial class Options
{
    void IOptions.SetDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, TKey key, TValue value)
        => Change<Dictionary<TKey, TValue>>(provider, x => x[key] = value);

    void IOptions.AddDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, TKey key, TValue value)
        => Change<Dictionary<TKey, TValue>>(provider, x => OptionsChange.AddNew(x, key, value, NameOf(provider)));

    void IOptions.AddDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, Dictionary<TKey, TValue> value) => SetAll(provider, value);

    void IOptions.AddDictionary<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, ReadOnlyDictionary<TKey, TValue> value) => SetAll(provider, value);

    void IOptions.RemoveDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, TKey key)
        => Change<Dictionary<TKey, TValue>>(provider, x => x.Remove(key));

    void IOptions.ClearDictionary<TKey, TValue>(Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider)
        => Change<Dictionary<TKey, TValue>>(provider, x => x.Clear());

    void IOptions.SetLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, params TValue[] values)
        => Change<LookupTable<TKey, TValue>>(provider, x => x[key] = values);

    void IOptions.SetLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, IEnumerable<TValue> values)
        => Change<LookupTable<TKey, TValue>>(provider, x => x[key] = values);

    void IOptions.AddLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, params TValue[] values)
        => Change<LookupTable<TKey, TValue>>(provider, x => x.AddRange(key, values));

    void IOptions.AddLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, IEnumerable<TValue> values)
        => Change<LookupTable<TKey, TValue>>(provider, x => x.AddRange(key, values));

    void IOptions.RemoveLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key)
        => Change<LookupTable<TKey, TValue>>(provider, x => x.Remove(key));

    void IOptions.RemoveLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider, TKey key, TValue value)
        => Change<LookupTable<TKey, TValue>>(provider, x => x.Remove(key, value));

    void IOptions.ClearLookup<TKey, TValue>(Expression<Func<ILookup<TKey, TValue>?>> provider)
        => Change<LookupTable<TKey, TValue>>(provider, x => x.Clear());

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, params T[] value)
        => Change<List<T>>(provider, x => x.AddRange(value));

    void IOptions.AddCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, IEnumerable<T> value)
        => Change<List<T>>(provider, x => x.AddRange(value));

    void IOptions.RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, params T[] value)
        => Change<List<T>>(provider, x => x.RemoveAll(value.Contains));

    void IOptions.RemoveCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider, IEnumerable<T> value)
        => Change<List<T>>(provider, x => x.RemoveAll(value.ToHashSet().Contains));

    void IOptions.ClearCollection<T>(Expression<Func<IReadOnlyCollection<T>?>> provider)
        => Change<List<T>>(provider, x => x.Clear());

    private void SetAll<TKey, TValue>(
        Expression<Func<IReadOnlyDictionary<TKey, TValue>?>> provider, IEnumerable<KeyValuePair<TKey, TValue>> values)
        where TKey : notnull
        => Change<Dictionary<TKey, TValue>>(provider, x =>
        {
            foreach (var (key, value) in values)
            {
                x[key] = value;
            }
        });

    // The stored collection may belong to other copies, too: a new one is changed.
    private void Change<TCollection>(LambdaExpression provider, Action<TCollection> change)
        where TCollection : class, new()
    {
        var name = NameOf(provider);
        var collection = (TCollection?)OptionValue.Convert(Find(name), typeof(TCollection)) ?? new TCollection();
        change(collection);
        Store(name, collection);
    }
}
