using System.Runtime.CompilerServices;

namespace Nuke.Common.Tooling;

/// <summary>Immutable options: every change returns a changed copy.</summary>
public abstract class Options
{
    private Dictionary<string, object> _values = [];

    /// <summary>The option of the calling property; default when it was not set.</summary>
    protected T Get<T>([CallerMemberName] string name = null) => _values.TryGetValue(name, out var value) ? (T)value : default;

    internal object Find(string name) => _values.GetValueOrDefault(name);

    internal Options With(string name, object value)
    {
        var copy = (Options)MemberwiseClone();
        copy._values = new Dictionary<string, object>(_values);
        if (value is null)
            copy._values.Remove(name);
        else
            copy._values[name] = value;
        return copy;
    }
}
