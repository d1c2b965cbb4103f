using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>The verbosity that options of the run start with, by its type.</summary>
internal static class VerbosityDefaults
{
    private static readonly ConditionalWeakTable<BuildSession, ConcurrentDictionary<Type, object>> Values = [];
    private static volatile bool _isUsed;

    public static void Add(Type type, object value)
    {
        Values.GetOrCreateValue(BuildSession.Current)[type] = value;
        _isUsed = true;
    }

    /// <summary>Sets the options' Verbosity, when they have one of a type that has a default.</summary>
    public static void ApplyTo(ToolOptions options)
    {
        if (_isUsed && Values.TryGetValue(BuildSession.Current, out var values)
            && options.GetType().GetProperty("Verbosity", BindingFlags.Instance | BindingFlags.Public) is { } property
            && values.TryGetValue(property.PropertyType, out var value))
        {
            options.Store(property.Name, value);
        }
    }
}
