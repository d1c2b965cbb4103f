namespace Nuke.Common.Tooling;

/// <summary>What the Set, Add and Clear methods of all options are made of.</summary>
internal static class OptionsChange
{
    public static T Set<T>(this T options, string name, object value)
        where T : Options => (T)options.With(name, value);

    public static T SetList<T>(this T options, string name, IEnumerable<string> values)
        where T : Options => options.Set(name, values.ToArray());

    public static T AddList<T>(this T options, string name, IEnumerable<string> values)
        where T : Options => options.Set(name, (string[])[.. (string[])options.Find(name) ?? [], .. values]);

    public static T SetPair<T>(this T options, string name, string key, object value)
        where T : Options =>
        options.Set(name, new Dictionary<string, object>((Dictionary<string, object>)options.Find(name) ?? []) { [key] = value });

    public static T RemovePair<T>(this T options, string name, string key)
        where T : Options
    {
        var pairs = new Dictionary<string, object>((Dictionary<string, object>)options.Find(name) ?? []);
        pairs.Remove(key);
        return options.Set(name, pairs);
    }
}
