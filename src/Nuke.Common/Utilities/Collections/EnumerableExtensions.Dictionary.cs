using System.Reflection;

namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    /// <param name="enumerable">The items.</param>
    /// <param name="keySelector">Gives the key of an item.</param>
    /// <param name="valueSelector">Gives the value of an item.</param>
    /// <param name="comparer">Says which keys are equal.</param>
    /// <param name="exceptionFactory">Makes the exception for a key that comes twice.</param>
    public static Dictionary<TKey, TValue> ToDictionary<T, TKey, TValue>(
        this IEnumerable<T> enumerable,
        Func<T, TKey> keySelector,
        Func<T, TValue> valueSelector,
        IEqualityComparer<TKey>? comparer = null,
        Func<ArgumentException, TKey, Exception>? exceptionFactory = null)
        where TKey : notnull
    {
        var dictionary = new Dictionary<TKey, TValue>(comparer);
        foreach (var item in enumerable)
        {
            var (key, value) = (keySelector(item), valueSelector(item));
            try
            {
                dictionary.Add(key, value);
            }
            catch (ArgumentException exception) when (exceptionFactory is not null)
            {
                throw exceptionFactory(exception, key);
            }
        }

        return dictionary;
    }

    /// <exception cref="ArgumentException">With the message and all the keys that come more than once.</exception>
    public static Dictionary<TKey, TValue> ToDictionarySafe<T, TKey, TValue>(
        this IEnumerable<T> enumerable, Func<T, TKey> keySelector, Func<T, TValue> valueSelector, string duplicationMessage)
        where TKey : notnull
    {
        var groups = enumerable.ToLookup(keySelector, valueSelector);
        var duplicates = groups.Where(x => x.Skip(1).Any()).Select(x => $" - {x.Key}").ToList();
        Assert.Empty(duplicates, duplicates.Prepend($"{duplicationMessage.TrimEnd(":")}:").JoinNewLine());
        return groups.ToDictionary(x => x.Key, x => x.First());
    }

    public static LookupTable<TKey, TValue> ToLookupTable<TItem, TKey, TValue>(
        this IEnumerable<TItem> enumerable, Func<TItem, TKey> keySelector, Func<TItem, TValue> valueSelector)
        where TKey : notnull
        => new(enumerable.ToLookup(keySelector, valueSelector));

    /// <summary>The public properties of an object, such as one of an anonymous type.</summary>
    public static IReadOnlyDictionary<TKey, TValue> ToPropertyDictionary<T, TKey, TValue>(
        this T obj, Func<PropertyInfo, TKey> keySelector, Func<object?, TValue> valueSelector)
        where T : notnull
        where TKey : notnull
        => obj.GetType().GetProperties().ToDictionary(keySelector, x => valueSelector(x.GetValue(obj)));
}
