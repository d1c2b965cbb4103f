using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Nuke.Common.Utilities.Collections;

/// <summary>What LINQ leaves out.</summary>
public static partial class EnumerableExtensions
{
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
        {
            action(item);
        }
    }

    /// <param name="enumerable">The items.</param>
    /// <param name="action">Gets the item and its position.</param>
    public static void ForEach<T>(this IEnumerable<T> enumerable, Action<T, int> action)
    {
        var index = 0;
        foreach (var item in enumerable)
        {
            action(item, index++);
        }
    }

    /// <summary>Calls the action for an item when the item is taken.</summary>
    public static IEnumerable<T> ForEachLazy<T>(this IEnumerable<T> enumerable, Action<T> action)
    {
        foreach (var item in enumerable)
        {
            action(item);
            yield return item;
        }
    }

    public static bool IsEmpty<T>(this IEnumerable<T> enumerable) => !enumerable.Any();

    public static bool IsNullOrEmpty<T>([NotNullWhen(false)] this IEnumerable<T>? enumerable) => enumerable is null || !enumerable.Any();

    public static IEnumerable<T> ToEmptyIfNull<T>(this IEnumerable<T>? enumerable) => enumerable ?? [];

    public static T[] ToEmptyIfNull<T>(this T[]? array) => array ?? [];

    public static IList<T> ToEmptyIfNull<T>(this IList<T>? list) => list ?? [];

    public static IEnumerable<T> WhereNotNull<T>(this IEnumerable<T?> enumerable)
        where T : class
        => enumerable.OfType<T>();

    /// <summary>What does not fulfil the condition; everything when there is no condition.</summary>
    public static IEnumerable<T> WhereNot<T>(this IEnumerable<T> enumerable, Func<T, bool>? condition)
        where T : class
        => condition is null ? enumerable : enumerable.Where(x => !condition(x));

    /// <summary>The items of a collection, or the object itself as the only one.</summary>
    public static IEnumerable<T> AsEnumerable<T>(this object obj) => obj is IEnumerable enumerable ? enumerable.Cast<T>() : [(T)obj];

    /// <summary>The object, then the items.</summary>
    public static IEnumerable<T> Concat<T>(this T obj, IEnumerable<T> enumerable) => enumerable.Prepend(obj);

    public static IEnumerable<T> Concat<T>(this IEnumerable<T> enumerable, params T[] others) => Enumerable.Concat(enumerable, others);

    /// <summary>The first item of each value.</summary>
    public static IEnumerable<TSource> Distinct<TSource, TValue>(this IEnumerable<TSource> enumerable, Func<TSource, TValue> selector)
        => enumerable.DistinctBy(selector);

    /// <summary>The items before the first that fulfils the condition.</summary>
    public static IEnumerable<T> TakeUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) => enumerable.TakeWhile(x => !condition(x));

    /// <summary>The first item that fulfils the condition, and all after it.</summary>
    public static IEnumerable<T> SkipUntil<T>(this IEnumerable<T> enumerable, Func<T, bool> condition) => enumerable.SkipWhile(x => !condition(x));

    public static bool SequenceStartsWith<T>(this IEnumerable<T> enumerable, IEnumerable<T> other, IEqualityComparer<T>? comparer = null)
    {
        T[] start = [.. other];
        return enumerable.Take(start.Length).SequenceEqual(start, comparer);
    }

    public static T Random<T>(this IEnumerable<T> collection)
    {
        T[] items = [.. collection];
        return items[System.Random.Shared.Next(items.Length)];
    }

    /// <summary>The same items in another order.</summary>
    public static ICollection<T> Randomize<T>(this ICollection<T> collection)
    {
        T[] items = [.. collection];
        System.Random.Shared.Shuffle(items);
        return items;
    }
}
