using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Nuke.Common.Execution;

namespace Nuke.Common.Tooling;

/// <summary>
/// Named options that are immutable to their users: every Set, Add or Reset returns a changed copy. They are written to the command line in
/// the order in which they were set.
/// </summary>
public partial class Options : IOptions
{
    // Shared between copies, and replaced rather than changed. A dozen options at most: a search is faster than hashing.
    private KeyValuePair<string, object>[] _values = [];

    internal IReadOnlyList<KeyValuePair<string, object>> Values => _values;

    // As in NUKE, whose T is what the caller says: Get<string?>(() => Option) for an option that may be missing.
    T IOptions.Get<T>(Expression<Func<object?>> provider) => Get<T>(NameOf(provider))!;

    void IOptions.Set<T>(Expression<Func<T>> provider, object? value) => Set(provider, value);

    void IOptions.Remove<T>(Expression<Func<T>> provider) => Store(NameOf(provider), null);

    /// <summary>The value of an option; default when it was not set.</summary>
    protected T Get<T>(Expression<Func<object?>> provider) => Get<T>(NameOf(provider))!;

    /// <summary>Sets an option; null resets it.</summary>
    protected internal void Set<T>(Expression<Func<T>> provider, object? value)
        => Store(NameOf(provider), OptionValue.Convert(value, typeof(T)));

    /// <summary>The option of the calling property.</summary>
    private protected T? Get<T>([CallerMemberName] string name = "")
        => Find(name) is not { } value ? default : value is T found ? found : (T?)OptionValue.Convert(value, typeof(T));

    /// <summary>null when the option was not set.</summary>
    internal object? Find(string name)
    {
        foreach (var (key, value) in _values)
        {
            if (key == name)
            {
                return value;
            }
        }

        return null;
    }

    internal Options Copy() => (Options)MemberwiseClone();

    internal void Store(string name, object? value)
    {
        var index = Array.FindIndex(_values, x => x.Key == name);
        if (value is null)
        {
            _values = index < 0 ? _values : [.. _values[..index], .. _values[(index + 1)..]];
        }
        else if (index < 0)
        {
            _values = [.. _values, new(name, value)];
        }
        else
        {
            _values = [.. _values[..index], new(name, value), .. _values[(index + 1)..]];
        }
    }

    private static string NameOf(LambdaExpression provider) => ExpressionMember.Of(provider).Name;
}
