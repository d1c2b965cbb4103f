using System.Collections;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>
/// Writes the value of one option. A format is words, of which some hold <c>{value}</c> or <c>{key}={value}</c>: <c>--source {value}</c>,
/// <c>-- {key}={value}</c>.
/// </summary>
internal sealed class ArgumentWriter(ToolOptions options, PropertyInfo property, ArgumentAttribute argument, string format)
{
    private const string Value = "{value}";
    private const string Key = "{key}";
    private const BindingFlags Anything =
        BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    private readonly string[] _words = format.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The words; none for a value that is empty, or a flag that is off.</summary>
    public IEnumerable<string> Write(object value) => value switch
    {
        false when !format.Contains(Value) => [],
        IDictionary pairs => WriteItems([.. Pairs(pairs)]),
        string => WriteItems([(null, Text(value))]),
        IEnumerable values when IsLookup(value) => WriteItems([.. Groups(values)]),
        IEnumerable values => WriteItems([.. values.Cast<object?>().Select(x => ((string?)null, Text(x)))]),
        _ => WriteItems([(null, Text(value))]),
    };

    private IEnumerable<string> WriteItems((string? Key, string? Text)[] all)
    {
        (string? Key, string Text)[] items = [.. all.SelectMany(x => string.IsNullOrWhiteSpace(x.Text) ? Array.Empty<(string?, string)>() : [(x.Key, x.Text)])];
        if (items.Length == 0)
        {
            return [];
        }

        if (argument.Separator is null)
        {
            return items.SelectMany(_ => _words, (item, word) => Fill(word, item));
        }

        return _words.SelectMany(word => !word.Contains(Value)
            ? [word]
            : string.IsNullOrWhiteSpace(argument.Separator) && !argument.QuoteMultiple
                ? items.Select(item => Fill(word, item))
                : [Joined(word, items)]);
    }

    // "/property:{key}={value}": what stands in front is written once, the rest for each item.
    private string Joined(string word, (string? Key, string Text)[] items)
    {
        var start = word.IndexOf(word.Contains(Key) ? Key : Value, StringComparison.Ordinal);
        var end = word.IndexOf(Value, StringComparison.Ordinal) + Value.Length;
        var joined = string.Join(argument.Separator, items.Select(x => Fill(word[start..end], x)));
        return word[..start] + (argument.QuoteMultiple ? ArgumentStringHandler.QuoteAlways(joined) : joined) + word[end..];
    }

    private static string Fill(string word, (string? Key, string Text) item) => word.Replace(Key, item.Key).Replace(Value, item.Text);

    private IEnumerable<(string? Key, string? Text)> Pairs(IDictionary pairs)
    {
        foreach (DictionaryEntry pair in pairs)
        {
            yield return (OptionValue.Text(pair.Key), Text(pair.Value));
        }
    }

    private IEnumerable<(string? Key, string? Text)> Groups(IEnumerable groups)
    {
        foreach (var group in groups)
        {
            var key = OptionValue.Text(group.GetType().GetInterface(typeof(IGrouping<,>).Name)!.GetProperty("Key")!.GetValue(group));
            var texts = ((IEnumerable)group).Cast<object?>().Select(Text).Where(x => !string.IsNullOrWhiteSpace(x));
            if (argument.InnerSeparator is { } separator)
            {
                yield return (key, string.Join(separator, texts));
            }
            else
            {
                foreach (var text in texts)
                {
                    yield return (key, text);
                }
            }
        }
    }

    private static bool IsLookup(object value) => value.GetType().GetInterface(typeof(ILookup<,>).Name) is not null;

    private string? Text(object? value)
        => (argument.FormatterMethod is { } formatter ? Formatted(value, formatter) : OptionValue.Text(value)) is { } text && !string.IsNullOrWhiteSpace(text)
            ? ArgumentStringHandler.Quote(text)
            : null;

    private string? Formatted(object? value, string formatter)
    {
        var type = argument.FormatterType ?? options.GetType();
        var method = type.GetMethod(formatter, Anything)
            ?? throw new InvalidOperationException($"'{type.Name}' has no method '{formatter}', which formats '{property.Name}'.");
        object?[] arguments = [value, property];
        return (string?)method.Invoke(method.IsStatic ? null : options, arguments[..method.GetParameters().Length]);
    }
}
