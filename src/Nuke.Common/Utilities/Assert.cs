using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Nuke.Common;

/// <summary>
/// Checks that end the target when they do not hold: with the message given, else with one that quotes the expression. But for
/// <see cref="Fail"/>, they throw an <see cref="ArgumentException"/>.
/// </summary>
public static class Assert
{
    /// <exception cref="Exception">Always, with the message.</exception>
    [DoesNotReturn]
    public static void Fail(string message, Exception? exception = null) => throw new Exception(message, exception);

    public static void True(
        [DoesNotReturnIf(false)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (!condition)
        {
            Throw(message ?? $"Expected to hold: {argumentExpression}");
        }
    }

    public static void False(
        [DoesNotReturnIf(true)] bool condition,
        string? message = null,
        [CallerArgumentExpression(nameof(condition))] string? argumentExpression = null)
    {
        if (condition)
        {
            Throw(message ?? $"Expected not to hold: {argumentExpression}");
        }
    }

    public static T NotNull<T>([NotNull] this T? obj, string? message = null, [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : class
    {
        if (obj is null)
        {
            Throw(message ?? $"Expected a value, but found none: {argumentExpression}");
        }

        return obj;
    }

    public static T? NotNull<T>([NotNull] this T? obj, string? message = null, [CallerArgumentExpression(nameof(obj))] string? argumentExpression = null)
        where T : struct
    {
        if (obj is null)
        {
            Throw(message ?? $"Expected a value, but found none: {argumentExpression}");
        }

        return obj;
    }

    public static string NotNullOrEmpty(
        [NotNull] this string? str, string? message = null, [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrEmpty(str))
        {
            Throw(message ?? $"Expected a text, but found none: {argumentExpression}");
        }

        return str;
    }

    public static string NotNullOrWhiteSpace(
        [NotNull] this string? str, string? message = null, [CallerArgumentExpression(nameof(str))] string? argumentExpression = null)
    {
        if (string.IsNullOrWhiteSpace(str))
        {
            Throw(message ?? $"Expected a text, but found none: {argumentExpression}");
        }

        return str;
    }

    public static void NotEmpty<T>(
        IReadOnlyCollection<T>? collection, string? message = null, [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
        => True(collection is { Count: > 0 }, message ?? $"Expected elements, but found none: {argumentExpression}");

    public static void Empty<T>(
        IReadOnlyCollection<T>? collection, string? message = null, [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
        => True(collection is { Count: 0 }, message ?? $"Expected no elements, but found {collection?.Count ?? 0}: {argumentExpression}");

    public static void Count<T>(
        IReadOnlyCollection<T>? collection,
        int length,
        string? message = null,
        [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
        => True(collection?.Count == length, message ?? $"Expected {length} elements, but found {collection?.Count ?? 0}: {argumentExpression}");

    public static void HasSingleItem<T>(
        IReadOnlyCollection<T>? collection, string? message = null, [CallerArgumentExpression(nameof(collection))] string? argumentExpression = null)
        => Count(collection, 1, message, argumentExpression);

    public static void FileExists(string? path, string? message = null, [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
        => True(File.Exists(path), message ?? $"Expected the file '{path}', but it does not exist ({argumentExpression})");

    public static void DirectoryExists(string? path, string? message = null, [CallerArgumentExpression(nameof(path))] string? argumentExpression = null)
        => True(Directory.Exists(path), message ?? $"Expected the directory '{path}', but it does not exist ({argumentExpression})");

    [DoesNotReturn]
    private static void Throw(string message) => throw new ArgumentException(message);
}
