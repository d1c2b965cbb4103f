using System.Collections;
using System.Reflection;
using Fairlead.Secrets;

namespace Nuke.Common.Tooling;

/// <summary>Writes options as a command line: the command, positive positions, the others in the order in which they were set, negative positions.</summary>
internal static class CommandLineBuilder
{
    private const BindingFlags Declared = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    public static (string Arguments, Func<string, string> Filter) Build(ToolOptions options)
    {
        var type = options.GetType();
        var secrets = new List<string>(options.ProcessRedactedSecrets ?? []);
        var arguments = new List<string>();
        if (type.GetCustomAttribute<CommandAttribute>()?.Arguments is { Length: > 0 } command)
        {
            arguments.Add(command);
        }

        var set = options.Values
            .SelectMany(x => PropertyOf(type, x.Key) is { } property && property.GetCustomAttribute<ArgumentAttribute>() is { Format: { } format } argument
                ? new[] { (Property: property, Argument: argument, Format: format, x.Value) }
                : [])
            .OrderBy(x => x.Argument.Position switch { > 0 => 0, 0 => 1, _ => 2 })
            .ThenBy(x => x.Argument.Position);
        foreach (var (property, argument, format, value) in set)
        {
            if (argument.Secret)
            {
                secrets.AddRange(Texts(value));
            }

            arguments.AddRange(new ArgumentWriter(options, property, argument, format).Write(value));
        }

        arguments.AddRange(options.ProcessAdditionalArguments ?? []);
        return (string.Join(' ', arguments), SecretMask.Filter(secrets));
    }

    // Of a list each item is a secret, and of pairs each value.
    private static IEnumerable<string> Texts(object? value) => value switch
    {
        string text => [text],
        IDictionary pairs => pairs.Values.Cast<object?>().SelectMany(Texts),
        IEnumerable values => values.Cast<object?>().SelectMany(Texts),
        _ => [OptionValue.Text(value)],
    };

    // Not Type.GetProperty: it finds a property that hides another of a different type ambiguous.
    private static PropertyInfo? PropertyOf(Type type, string name)
    {
        for (var declaring = type; declaring is not null; declaring = declaring.BaseType)
        {
            if (declaring.GetProperty(name, Declared) is { } property)
            {
                return property;
            }
        }

        return type.GetInterfaces().Select(x => x.GetProperty(name)).FirstOrDefault(x => x is not null);
    }
}
