namespace Nuke.Common.Tooling;

/// <summary>Composes options: apply, branch, fan out.</summary>
public static class OptionsExtensions
{
    public static T Apply<T>(this T options, Configure<T>? configurator)
        where T : Options, new() => configurator is null ? options : configurator(options);

    public static T[] Apply<T>(this T[] options, Configure<T>? configurator)
        where T : Options, new() => [.. options.Select(x => x.Apply(configurator))];

    public static T Apply<T, TValue>(this T options, Configure<T, TValue>? configurator, TValue value)
        where T : Options, new() => configurator is null ? options : configurator(options, value);

    public static T[] Apply<T, TValue>(this T[] options, Configure<T, TValue>? configurator, TValue value)
        where T : Options, new() => [.. options.Select(x => x.Apply(configurator, value))];

    public static T When<T>(this T options, Func<T, bool> condition, Configure<T>? configurator)
        where T : Options, new() => condition(options) ? options.Apply(configurator) : options;

    public static T[] When<T>(this T[] options, Func<T, bool> condition, Configure<T>? configurator)
        where T : Options, new() => [.. options.Select(x => x.When(condition, configurator))];

    /// <summary>One set of options per configurator.</summary>
    public static T[] CombineWith<T>(this T options, params Configure<T>[] configurators)
        where T : Options, new() => [.. configurators.Select(x => x(options))];

    /// <summary>As many sets of options as the configurators return.</summary>
    public static T[] CombineWith<T>(this T options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new() => [.. configurators.SelectMany(x => x(options))];

    /// <summary>One set of options per configurator and set.</summary>
    public static T[] CombineWith<T>(this IEnumerable<T> options, params Configure<T>[] configurators)
        where T : Options, new() => [.. configurators.SelectMany(_ => options, (x, y) => x(y))];

    /// <summary>As many sets of options per configurator and set as the configurator returns.</summary>
    public static T[] CombineWith<T>(this IEnumerable<T> options, params CombinatorialConfigure<T>[] configurators)
        where T : Options, new() => [.. configurators.SelectMany(_ => options, (x, y) => x(y)).SelectMany(x => x)];

    /// <summary>One set of options per value.</summary>
    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => [.. values.Select(x => configurator(options, x))];

    /// <summary>One set of options per set and value.</summary>
    public static T[] CombineWith<T, TValue>(this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, T> configurator)
        where T : Options => [.. options.SelectMany(_ => values, configurator)];

    /// <summary>As many sets of options per value as the configurator returns.</summary>
    public static T[] CombineWith<T, TValue>(this T options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator)
        where T : Options => [.. values.SelectMany(x => configurator(options, x))];

    /// <summary>As many sets of options per set and value as the configurator returns.</summary>
    public static T[] CombineWith<T, TValue>(
        this IEnumerable<T> options, IEnumerable<TValue> values, Func<T, TValue, IEnumerable<T>> configurator)
        where T : Options => [.. options.SelectMany(_ => values, configurator).SelectMany(x => x)];

    /// <summary>A copy, changed.</summary>
    public static T Modify<T>(this T options, Action<IOptions>? modification = null)
        where T : IOptions
    {
        var copy = (T)(object)((Options)(object)options).Copy();
        modification?.Invoke(copy);
        return copy;
    }

    /// <inheritdoc cref="Modify{T}"/>
    public static T Modify2<T>(this T options, Action<T>? modification = null)
        where T : class, IOptions => options.Modify(x => modification?.Invoke((T)x));
}
