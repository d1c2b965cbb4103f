using System.Runtime.CompilerServices;

namespace Nuke.Common.Execution;

/// <summary>
/// Targets by the delegate that declares them; two delegates on one method of one object are the same key. Delegate.GetHashCode ignores the
/// method, so that all targets of a build would land in one bucket, and Delegate.Method searches a list of all methods asked for before,
/// which costs a second with ten thousand targets. So the delegate's code pointer is the hash.
/// </summary>
internal sealed class FactoryMap
{
    private readonly Dictionary<Delegate, ExecutableTarget> _byPointer = new(new PointerComparer());
    private Dictionary<Delegate, ExecutableTarget>? _byMethod;

    /// <summary>Does nothing when the delegate is known.</summary>
    public void Add(Delegate factory, ExecutableTarget target)
    {
        if (Find(factory, mayBeNew: true) is null)
        {
            _byPointer.Add(factory, target);
        }

        _byMethod = null;
    }

    public ExecutableTarget? Find(Delegate factory) => Find(factory, mayBeNew: false);

    private ExecutableTarget? Find(Delegate factory, bool mayBeNew)
    {
        if (_byPointer.TryGetValue(factory, out var target) || mayBeNew)
        {
            return target;
        }

        // The runtime may give one method several pointers: what is not found by its pointer is looked for by its method.
        _byMethod ??= ByMethod();
        return _byMethod.GetValueOrDefault(factory);
    }

    private Dictionary<Delegate, ExecutableTarget> ByMethod()
    {
        var map = new Dictionary<Delegate, ExecutableTarget>(_byPointer.Count, new MethodComparer());
        foreach (var (factory, target) in _byPointer)
        {
            map.TryAdd(factory, target);
        }

        return map;
    }

    private sealed class PointerComparer : IEqualityComparer<Delegate>
    {
        public bool Equals(Delegate? x, Delegate? y) => object.Equals(x, y);

        public int GetHashCode(Delegate obj) => Pointer(obj).GetHashCode();

        [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "_methodPtr")]
        private static extern ref nint Pointer(Delegate factory);
    }

    private sealed class MethodComparer : IEqualityComparer<Delegate>
    {
        public bool Equals(Delegate? x, Delegate? y) => object.Equals(x, y);

        public int GetHashCode(Delegate obj) => obj.Method.GetHashCode();
    }
}
