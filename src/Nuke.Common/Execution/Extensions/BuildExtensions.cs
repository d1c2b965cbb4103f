using System.Reflection;

namespace Nuke.Common.Execution;

/// <summary>
/// The extensions of one build: the attributes on its class and base classes, and on the components that it has, the highest priority first. A component
/// that holds something for the whole run can so give it back at the end, without a target that everybody has to remember.
/// </summary>
internal sealed class BuildExtensions
{
    private readonly Dictionary<Type, Array> _byEvent = [];
    private IBuildExtension[] _extensions = [];

    /// <summary>Held while handlers run, one event at a time although targets run in parallel: handlers
    /// are written for NUKE, where they cannot overlap.</summary>
    public Lock Gate { get; } = new();

    public void Load(NukeBuild build)
    {
        BuildExtensionAttributeBase[] attributes =
        [
            .. build.GetType().GetCustomAttributes<BuildExtensionAttributeBase>(inherit: true),
            .. build.GetType().GetInterfaces().SelectMany(x => x.GetCustomAttributes<BuildExtensionAttributeBase>(inherit: false)),
        ];
        foreach (var attribute in attributes)
        {
            attribute.Build = build;
        }

        // Ordering by a number is code that the framework does not have in compiled form; most builds have one extension or none.
        _extensions = attributes.Length > 1 ? [.. attributes.OrderByDescending(x => x.Priority)] : attributes;
    }

    /// <summary>Tells all extensions that listen to the event.</summary>
    public void Raise<T>(Action<T> handler)
        where T : class, IBuildExtension
    {
        foreach (var extension in Listening<T>())
        {
            handler(extension);
        }
    }

    /// <summary>Tells those with a priority of at least <paramref name="priority"/>: in NUKE, what the
    /// engine itself does at that event has this priority.</summary>
    public void RaiseFrom<T>(float priority, Action<T> handler)
        where T : class, IBuildExtension
    {
        foreach (var extension in Listening<T>().Where(x => x.Priority >= priority))
        {
            handler(extension);
        }
    }

    /// <summary>Tells those with a lower priority.</summary>
    public void RaiseBelow<T>(float priority, Action<T> handler)
        where T : class, IBuildExtension
    {
        foreach (var extension in Listening<T>().Where(x => x.Priority < priority))
        {
            handler(extension);
        }
    }

    private T[] Listening<T>()
        where T : class, IBuildExtension
    {
        if (_extensions.Length == 0)
        {
            return [];
        }

        lock (_byEvent)
        {
            if (!_byEvent.TryGetValue(typeof(T), out var listening))
            {
                _byEvent[typeof(T)] = listening = _extensions.OfType<T>().ToArray();
            }

            return (T[])listening;
        }
    }
}
