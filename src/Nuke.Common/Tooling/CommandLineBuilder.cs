using System.Globalization;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>Writes options as a command line. Pure.</summary>
internal static class CommandLineBuilder
{
    public static (string Arguments, Func<string, string> Filter) Build(ToolOptions options)
    {
        var type = options.GetType();
        var secrets = new List<string>(options.ProcessRedactedSecrets);
        var arguments = new List<string>();
        if (type.GetCustomAttribute<CommandAttribute>()?.Arguments is { Length: > 0 } command)
            arguments.Add(command);

        var properties = type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(x => (x.Name, Argument: x.GetCustomAttribute<ArgumentAttribute>()))
            .Where(x => x.Argument is not null && options.Find(x.Name) is not null)
            .OrderBy(x => x.Argument.Position switch { > 0 => x.Argument.Position, 0 => 1_000, _ => 2_000 + x.Argument.Position });
        foreach (var (name, argument) in properties)
        {
            var written = Write(argument, options.Find(name), secrets).ToList();
            if (argument.Position < 0 && options.ProcessAdditionalArguments.Count > 0)
            {
                // What follows "--" belongs to somebody else, so that additional arguments have to come before it.
                arguments.AddRange(options.ProcessAdditionalArguments);
                options = options.Set(nameof(options.ProcessAdditionalArguments), null);
            }

            arguments.AddRange(written);
        }

        arguments.AddRange(options.ProcessAdditionalArguments);
        var ordered = secrets.Where(x => !string.IsNullOrEmpty(x)).Distinct().OrderByDescending(x => x.Length).ToList();
        return (string.Join(' ', arguments), text => ordered.Aggregate(text, (x, secret) => x.Replace(secret, "[REDACTED]")));
    }

    private static IEnumerable<string> Write(ArgumentAttribute argument, object value, List<string> secrets)
    {
        switch (value)
        {
            case false when !argument.Format.Contains("{value}"):
                return [];
            case IReadOnlyDictionary<string, object> pairs:
                var entries = pairs.Select(x => (x.Key, Value: Text(x.Value))).ToList();
                return argument.Separator is null
                    ? entries.Select(x => argument.Format.Replace("{key}", x.Key).Replace("{value}", ArgumentStringHandler.Quote(x.Value)))
                    : Joined(argument, entries.Select(x => ItemFormat(argument).Replace("{key}", x.Key).Replace("{value}", ArgumentStringHandler.Quote(x.Value))));
            case IEnumerable<string> list:
                return argument.Separator is null
                    ? list.Select(x => argument.Format.Replace("{value}", ArgumentStringHandler.Quote(x)))
                    : Joined(argument, list.Select(ArgumentStringHandler.Quote));
            default:
                var text = Text(value);
                if (argument.Secret)
                    secrets.Add(text);
                return [argument.Format.Replace("{value}", ArgumentStringHandler.Quote(text))];
        }
    }

    // "-- {key}={value}" with a separator: the part in front is written once, the rest per entry.
    private static string ItemFormat(ArgumentAttribute argument) => argument.Format[(argument.Format.LastIndexOf(' ') + 1)..];

    private static string Prefix(ArgumentAttribute argument) =>
        argument.Format.Contains("{key}") ? argument.Format[..(argument.Format.LastIndexOf(' ') + 1)] : argument.Format.Replace("{value}", "");

    private static IEnumerable<string> Joined(ArgumentAttribute argument, IEnumerable<string> items)
    {
        var joined = string.Join(argument.Separator, items);
        return joined.Length == 0 ? [] : [Prefix(argument) + joined];
    }

    private static string Text(object value) => value switch
    {
        bool flag => flag ? "true" : "false",
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };
}
