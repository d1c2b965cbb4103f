namespace ToolGenerator;

/// <summary>
/// The methods that change one option. Each body is a single call with a constant name: no lambda, no expression tree, because there are
/// thousands of them and the compiler is on the way of a first run.
/// </summary>
internal static class OptionMethods
{
    public static IEnumerable<string> Of(string settings, OptionSpecification option, IReadOnlyList<OptionSpecification> delegates)
    {
        var writer = new Writer(settings, option.Name);
        return option.IsList ? OfList(writer, option)
            : option.IsDictionary ? OfDictionary(writer, option).Concat(delegates.SelectMany(x => OfDelegate(writer, x)))
            : option.IsLookup ? OfLookup(writer, option)
            : OfScalar(writer, option);
    }

    private static IEnumerable<string> OfScalar(Writer writer, OptionSpecification option)
    {
        yield return writer.Method($"Set{option.Name}", $"{(option.Secret ? "[Secret] " : "")}{option.Property} v", "Set", "v");
        yield return writer.Method($"Reset{option.Name}", null, "Set", "null");
        if (!option.IsFlag)
        {
            yield break;
        }

        yield return writer.Method($"Enable{option.Name}", null, "Set", "true");
        yield return writer.Method($"Disable{option.Name}", null, "Set", "false");
        yield return writer.Method($"Toggle{option.Name}", null, "Toggle");
    }

    private static IEnumerable<string> OfList(Writer writer, OptionSpecification option)
    {
        foreach (var verb in new[] { "Set", "Add", "Remove" })
        {
            // Set null: the option is reset. To add or remove nothing takes an empty list.
            var isOptional = verb == "Set" ? "?" : "";
            yield return writer.Method($"{verb}{option.Name}", $"params {option.Item}[]{isOptional} v", $"{verb}List", "v");
            yield return writer.Method($"{verb}{option.Name}", $"IEnumerable<{option.Item}>{isOptional} v", $"{verb}List", "v");
        }

        yield return writer.Method($"Clear{option.Name}", null, $"ClearList<T, {option.Item}>");
    }

    private static IEnumerable<string> OfDictionary(Writer writer, OptionSpecification option)
    {
        var item = option.Item;
        yield return writer.Method($"Set{option.Name}", $"IDictionary<string, {item}>? v", "SetPairs", "v");
        yield return writer.Method($"Set{option.Singular}", $"string k, {item}? v", "SetPair", "k", "v");
        yield return writer.Method($"Add{option.Singular}", $"string k, {item} v", "AddPair", "k", "v");
        yield return writer.Method($"Remove{option.Singular}", "string k", $"RemovePair<T, {item}>", "k");
        yield return writer.Method($"Clear{option.Name}", null, $"ClearPairs<T, {item}>");
    }

    private static IEnumerable<string> OfLookup(Writer writer, OptionSpecification option)
    {
        var item = option.Item;
        foreach (var verb in new[] { "Set", "Add" })
        {
            yield return writer.Method($"{verb}{option.Name}", $"string k, params {item}[] v", $"{verb}Group", "k", "v");
            yield return writer.Method($"{verb}{option.Name}", $"string k, IEnumerable<{item}> v", $"{verb}Group", "k", "v");
        }

        yield return writer.Method($"Remove{option.Name}", "string k", $"RemoveGroup<T, {item}>", "k");
        yield return writer.Method($"Remove{option.Name}", $"string k, {item} v", "RemoveFromGroup", "k", "v");
        yield return writer.Method($"Reset{option.Name}", null, $"ClearGroups<T, {item}>");
    }

    /// <summary>A well-known key: SetVersion(v) is SetProperty("Version", v).</summary>
    private static IEnumerable<string> OfDelegate(Writer writer, OptionSpecification option)
    {
        var key = $"\"{option.Name}\"";
        if (option.IsList)
        {
            foreach (var verb in new[] { "Set", "Add", "Remove" })
            {
                yield return writer.Method($"{verb}{option.Plural}", $"params {option.Item}[] v", $"{verb}Joined", key, $"\"{option.Separator}\"", "v");
                yield return writer.Method($"{verb}{option.Plural}", $"IEnumerable<{option.Item}> v", $"{verb}Joined", key, $"\"{option.Separator}\"", "v");
            }

            yield return writer.Method($"Reset{option.Name}", null, "RemovePair<T, object>", key);
            yield break;
        }

        yield return writer.Method($"Set{option.Name}", $"{option.Property} v", "SetPair<T, object>", key, "v");
        yield return writer.Method($"Reset{option.Name}", null, "RemovePair<T, object>", key);
        if (!option.IsFlag)
        {
            yield break;
        }

        yield return writer.Method($"Enable{option.Name}", null, "SetPair<T, object>", key, "true");
        yield return writer.Method($"Disable{option.Name}", null, "SetPair<T, object>", key, "false");
        yield return writer.Method($"Toggle{option.Name}", null, "TogglePair", key);
    }

    private sealed record Writer(string Settings, string Option)
    {
        public string Method(string name, string? parameters, string change, params string[] arguments)
        {
            var all = string.Join(", ", new[] { "o", $"\"{Option}\"" }.Concat(arguments));
            return $"public static T {name}<T>(this T o{(parameters is null ? "" : $", {parameters}")}) where T : {Settings} => OptionsChange.{change}({all});";
        }
    }
}
