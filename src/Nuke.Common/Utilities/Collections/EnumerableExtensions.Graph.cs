namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    /// <summary>Dependencies before what depends on them; otherwise the given order.</summary>
    /// <exception cref="InvalidOperationException">An item depends on itself, and
    /// <paramref name="throwOnCycle"/> is set; otherwise a cycle is ignored.</exception>
    public static IEnumerable<T> TSort<T>(this IEnumerable<T> source, Func<T, IEnumerable<T>> dependencies, bool throwOnCycle = false)
    {
        var sorted = new List<T>();
        var visited = new HashSet<T>();
        var open = new HashSet<T>();
        foreach (var item in source)
        {
            Visit(item);
        }

        return sorted;

        void Visit(T item)
        {
            if (!visited.Add(item))
            {
                if (throwOnCycle && open.Contains(item))
                {
                    throw new InvalidOperationException($"'{item}' depends on itself.");
                }

                return;
            }

            open.Add(item);
            foreach (var dependency in dependencies(item))
            {
                Visit(dependency);
            }

            open.Remove(item);
            sorted.Add(item);
        }
    }

    /// <inheritdoc cref="Descendants{T}(T, Func{T, T}, Func{T, bool})"/>
    public static IEnumerable<T> DescendantsAndSelf<T>(this T obj, Func<T, T?> selector, Func<T, bool>? traverse = null)
        => obj.Descendants(selector, traverse).Prepend(obj);

    /// <summary>What the selector gives for the object, for that, and so on.</summary>
    /// <param name="obj">Where to begin.</param>
    /// <param name="selector">Gives the next object.</param>
    /// <param name="traverse">Whether to go on from an object; by default until there is none.</param>
    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, T?> selector, Func<T, bool>? traverse = null)
    {
        for (var current = obj; traverse is null || traverse(current);)
        {
            if (selector(current) is not { } next || (traverse is null && EqualityComparer<T>.Default.Equals(next, default)))
            {
                yield break;
            }

            current = next;
            yield return current;
        }
    }

    /// <inheritdoc cref="Descendants{T}(T, Func{T, IEnumerable{T}}, Func{T, bool})"/>
    public static IEnumerable<T> DescendantsAndSelf<T>(this T obj, Func<T, IEnumerable<T>> selector, Func<T, bool>? traverse = null)
        => obj.Descendants(selector, traverse).Prepend(obj);

    /// <summary>The objects of the tree below, each before those below it.</summary>
    /// <param name="obj">Where to begin.</param>
    /// <param name="selector">Gives the objects directly below.</param>
    /// <param name="traverse">Which objects to take, with what is below them; by default all.</param>
    public static IEnumerable<T> Descendants<T>(this T obj, Func<T, IEnumerable<T>> selector, Func<T, bool>? traverse = null)
        => selector(obj).Where(x => traverse is null || traverse(x)).SelectMany(x => x.DescendantsAndSelf(selector, traverse));
}
