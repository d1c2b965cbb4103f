namespace Nuke.Common.Utilities.Collections;

public static partial class EnumerableExtensions
{
    /// <exception cref="InvalidOperationException">With the message: there is no such item, or more than one.</exception>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, string message) => Explain(enumerable.Single, message);

    /// <inheritdoc cref="SingleOrError{T}(IEnumerable{T}, string)"/>
    public static T SingleOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
        => Explain(() => enumerable.Single(predicate), message);

    /// <exception cref="InvalidOperationException">With the message: there is more than one such item.</exception>
    public static T? SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, string message) => Explain(enumerable.SingleOrDefault, message);

    /// <inheritdoc cref="SingleOrDefaultOrError{T}(IEnumerable{T}, string)"/>
    public static T? SingleOrDefaultOrError<T>(this IEnumerable<T> enumerable, Func<T, bool> predicate, string message)
        => Explain(() => enumerable.SingleOrDefault(predicate), message);

    private static T Explain<T>(Func<T> find, string message)
    {
        try
        {
            return find();
        }
        catch (InvalidOperationException exception)
        {
            throw new InvalidOperationException(message, exception);
        }
    }
}
