using Nuke.Common.Utilities.Collections;

namespace Nuke.Common.Tooling;

/// <summary>What the generated Set, Add, Remove and Clear methods of all options call. Each returns a changed copy.</summary>
internal static class OptionsChange
{
    /// <summary>null resets the option.</summary>
    public static T Set<T>(T options, string name, object? value)
        where T : Options
    {
        var copy = (T)options.Copy();
        copy.Store(name, value);
        return copy;
    }

    /// <summary>Of an option that was not set: true.</summary>
    public static T Toggle<T>(T options, string name)
        where T : Options => Set(options, name, !(options.Find(name) as bool? ?? false));

    public static T SetList<T, TItem>(T options, string name, IEnumerable<TItem>? items)
        where T : Options => Set(options, name, items is null ? null : new List<TItem>(items));

    public static T AddList<T, TItem>(T options, string name, IEnumerable<TItem> items)
        where T : Options => Set(options, name, new List<TItem>([.. List<TItem>(options, name), .. Given(items, name)]));

    public static T RemoveList<T, TItem>(T options, string name, IEnumerable<TItem> items)
        where T : Options
    {
        var gone = Given(items, name).ToHashSet();
        return Set(options, name, List<TItem>(options, name).FindAll(x => !gone.Contains(x)));
    }

    public static T ClearList<T, TItem>(T options, string name)
        where T : Options => Set(options, name, new List<TItem>());

    public static T SetPairs<T, TValue>(T options, string name, IEnumerable<KeyValuePair<string, TValue>>? pairs)
        where T : Options => Set(options, name, pairs is null ? null : new Dictionary<string, TValue>(pairs));

    /// <summary>Without a value there is no pair, as there is no option that was set to null.</summary>
    public static T SetPair<T, TValue>(T options, string name, string key, TValue? value)
        where T : Options => ChangePairs<T, TValue>(options, name, x =>
        {
            if (value is null)
            {
                x.Remove(key);
            }
            else
            {
                x[key] = value;
            }
        });

    public static T AddPair<T, TValue>(T options, string name, string key, TValue value)
        where T : Options => ChangePairs<T, TValue>(options, name, x => AddNew(x, key, value, name));

    public static T RemovePair<T, TValue>(T options, string name, string key)
        where T : Options => ChangePairs<T, TValue>(options, name, x => x.Remove(key));

    public static T ClearPairs<T, TValue>(T options, string name)
        where T : Options => Set(options, name, new Dictionary<string, TValue>());

    /// <summary>Of a pair that was not set: true.</summary>
    public static T TogglePair<T>(T options, string name, string key)
        where T : Options => ChangePairs<T, object>(options, name, x =>
            x[key] = !(x.GetValueOrDefault(key) is { } value && bool.Parse(OptionValue.Text(value))));

    public static T SetGroup<T, TItem>(T options, string name, string key, IEnumerable<TItem> items)
        where T : Options => ChangeGroups<T, TItem>(options, name, x => x[key] = Given(items, name));

    public static T AddGroup<T, TItem>(T options, string name, string key, IEnumerable<TItem> items)
        where T : Options => ChangeGroups<T, TItem>(options, name, x => x.AddRange(key, Given(items, name)));

    public static T RemoveGroup<T, TItem>(T options, string name, string key)
        where T : Options => ChangeGroups<T, TItem>(options, name, x => x.Remove(key));

    public static T RemoveFromGroup<T, TItem>(T options, string name, string key, TItem item)
        where T : Options => ChangeGroups<T, TItem>(options, name, x => x.Remove(key, item));

    public static T ClearGroups<T, TItem>(T options, string name)
        where T : Options => Set(options, name, new LookupTable<string, TItem>());

    /// <summary>A list in one pair: <c>NoWarn=1591;1573</c>.</summary>
    public static T SetJoined<T, TItem>(T options, string name, string key, string separator, IEnumerable<TItem> items)
        where T : Options
        => Given(items, key).Select(x => OptionValue.Text(x)).ToList() is { Count: > 0 } texts
            ? SetPair<T, object>(options, name, key, string.Join(separator, texts))
            : options;

    public static T AddJoined<T, TItem>(T options, string name, string key, string separator, IEnumerable<TItem> items)
        where T : Options => ChangePairs<T, object>(options, name, x =>
            x[key] = string.Join(separator, [.. Split(x, key, separator), .. Given(items, key).Select(y => OptionValue.Text(y))]));

    public static T RemoveJoined<T, TItem>(T options, string name, string key, string separator, IEnumerable<TItem> items)
        where T : Options => ChangePairs<T, object>(options, name, x =>
        {
            var gone = Given(items, key).Select(y => OptionValue.Text(y)).ToHashSet();
            x[key] = string.Join(separator, Split(x, key, separator).Where(y => !gone.Contains(y)));
        });

    public static void AddNew<TKey, TValue>(Dictionary<TKey, TValue> pairs, TKey key, TValue value, string name)
        where TKey : notnull
    {
        if (!pairs.TryAdd(key, value))
        {
            throw new ArgumentException($"'{key}' of {name} has a value already. Set it instead of adding it.");
        }
    }

    // A build without nullable annotations is not warned.
    private static IEnumerable<TItem> Given<TItem>(IEnumerable<TItem>? items, string name)
        => items ?? throw new ArgumentException($"The values for {name} are null. Leave the call out, or give an empty list.");

    private static T ChangePairs<T, TValue>(T options, string name, Action<Dictionary<string, TValue>> change)
        where T : Options
    {
        var pairs = new Dictionary<string, TValue>((Dictionary<string, TValue>?)options.Find(name) ?? []);
        change(pairs);
        return Set(options, name, pairs);
    }

    private static T ChangeGroups<T, TItem>(T options, string name, Action<LookupTable<string, TItem>> change)
        where T : Options
    {
        var groups = options.Find(name) is LookupTable<string, TItem> found ? new LookupTable<string, TItem>(found) : [];
        change(groups);
        return Set(options, name, groups);
    }

    private static List<TItem> List<TItem>(Options options, string name) => (List<TItem>?)options.Find(name) ?? [];

    private static string[] Split(Dictionary<string, object> pairs, string key, string separator)
        => pairs.GetValueOrDefault(key) is { } value ? OptionValue.Text(value).Split(separator, StringSplitOptions.RemoveEmptyEntries) : [];
}
