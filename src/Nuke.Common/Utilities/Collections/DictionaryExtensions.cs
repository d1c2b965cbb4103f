using System.Collections;
using System.Collections.ObjectModel;

namespace Nuke.Common.Utilities.Collections;

/// <summary>Builds dictionaries in fluent chains.</summary>
public static class DictionaryExtensions
{
    // A value that is left out is the default of its type, as in NUKE: who leaves out a text or an object has a dictionary that takes null.

    /// <summary>Adds the pair and returns the same dictionary.</summary>
    /// <exception cref="ArgumentException">The dictionary has the key already.</exception>
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value = default!)
        where TKey : notnull
    {
        dictionary.Add(key, value);
        return dictionary;
    }

    /// <summary>Adds the pair with the value's text.</summary>
    /// <inheritdoc cref="AddPair{TKey, TValue}(Dictionary{TKey, TValue}, TKey, TValue)"/>
    public static Dictionary<TKey, string> AddPair<TKey, TValue>(this Dictionary<TKey, string> dictionary, TKey key, TValue? value = default)
        where TKey : notnull
    {
        dictionary.Add(key, value is null ? null! : FormattableString.Invariant($"{value}"));
        return dictionary;
    }

    public static Dictionary<TKey, TValue> AddPairWhenKeyNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey? key, TValue value = default!)
        where TKey : class
        => key is null ? dictionary : dictionary.AddPair(key, value);

    public static Dictionary<TKey, TValue> AddPairWhenValueNotNull<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue? value)
        where TKey : notnull
        where TValue : class
        => value is null ? dictionary : dictionary.AddPair(key, value);

    public static Dictionary<TKey, TValue> AddDictionary<TKey, TValue>(
        this Dictionary<TKey, TValue> dictionary, Dictionary<TKey, TValue> otherDictionary)
        where TKey : notnull
    {
        foreach (var (key, value) in otherDictionary)
        {
            dictionary.Add(key, value);
        }

        return dictionary;
    }

    public static Dictionary<TKey, TValue> AddDictionary<TKey, TValue>(
        this Dictionary<TKey, TValue> dictionary, ReadOnlyDictionary<TKey, TValue> otherDictionary)
        where TKey : notnull
    {
        foreach (var (key, value) in otherDictionary)
        {
            dictionary.Add(key, value);
        }

        return dictionary;
    }

    /// <summary>Adds the pair or replaces the value that is there.</summary>
    public static IDictionary<TKey, TValue> SetKeyValue<TKey, TValue>(this IDictionary<TKey, TValue> dictionary, TKey key, TValue value = default!)
    {
        dictionary[key] = value;
        return dictionary;
    }

    public static Dictionary<TKey, TValue> ToGeneric<TKey, TValue>(this IDictionary dictionary, IEqualityComparer<TKey>? equalityComparer = null)
        where TKey : notnull
    {
        var generic = new Dictionary<TKey, TValue>(dictionary.Count, equalityComparer);
        foreach (DictionaryEntry entry in dictionary)
        {
            generic.Add((TKey)entry.Key, (TValue)entry.Value!);
        }

        return generic;
    }

    public static void Deconstruct<T1, T2>(this KeyValuePair<T1, T2> tuple, out T1 key, out T2 value) => (key, value) = (tuple.Key, tuple.Value);
}
