namespace Nuke.Common.Utilities.Collections;

/// <summary>Builds dictionaries in fluent chains.</summary>
public static class DictionaryExtensions
{
    /// <summary>Sets the pair and returns the same dictionary.</summary>
    public static Dictionary<TKey, TValue> AddPair<TKey, TValue>(this Dictionary<TKey, TValue> dictionary, TKey key, TValue value)
    {
        dictionary[key] = value;
        return dictionary;
    }

    /// <summary>Sets the pair to the value's text.</summary>
    public static Dictionary<string, string> AddPair(this Dictionary<string, string> dictionary, string key, object value) =>
        dictionary.AddPair(key, FormattableString.Invariant($"{value}"));

    /// <summary>Sets the pair unless the value is null or empty.</summary>
    public static Dictionary<string, string> AddPairWhenValueNotNull(this Dictionary<string, string> dictionary, string key, object value) =>
        value is null or "" ? dictionary : dictionary.AddPair(key, value);
}
