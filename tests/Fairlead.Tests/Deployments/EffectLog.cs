using System.Collections.Concurrent;
using Fairlead.Deployments;

namespace Fairlead.Tests.Deployments;

/// <summary>Keeps the effects of a run in the order in which they began: <c>push: write a</c>.</summary>
internal sealed class EffectLog : IEffectObserver
{
    private readonly ConcurrentQueue<string> _begun = new();

    public IReadOnlyList<string> Begun => [.. _begun];

    /// <summary>How many have ended.</summary>
    public int Ended { get; private set; }

    public void Before(Effect effect) => _begun.Enqueue($"{effect.Step}: {effect.Name}");

    public void After(Effect effect) => Ended++;
}
