using System.Collections.Concurrent;
using System.Reflection;

namespace Nuke.Common.Tooling;

/// <summary>The verbosity that options of the run start with, by its type.</summary>
internal static class VerbosityDefaults
{
    private static readonly AsyncLocal<ConcurrentDictionary<Type, object>> s_values = new();

    public static void Add(Type type, object value) => (s_values.Value ??= new())[type] = value;

    /// <summary>Sets the options' Verbosity, when they have one of a type that has a default.</summary>
    public static void ApplyTo(ToolOptions options)
    {
        if (s_values.Value is { } values
            && options.GetType().GetProperty("Verbosity", BindingFlags.Instance | BindingFlags.Public) is { } property
            && values.TryGetValue(property.PropertyType, out var value))
        {
            options.Store(property.Name, value);
        }
    }
}
