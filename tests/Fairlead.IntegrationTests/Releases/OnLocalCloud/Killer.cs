using Fairlead.Deployments;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>
/// Kills a run as <c>kill -9</c> would: from one of its effects on, nothing of the run reaches the cloud any more, neither its way back nor its record, and
/// its lock is not given back. What the cloud was told before goes on there.
/// </summary>
/// <param name="strikes">Whether the run dies at this point, the so manieth: two for each effect, one before it and one after it.</param>
internal sealed class Killer(Func<int, Effect, bool> strikes) : IEffectObserver
{
    private readonly Lock _lock = new();
    private int _points;

    /// <summary>Where the run died; null while it lives.</summary>
    public string? Where { get; private set; }

    public static Killer At(int point) => new((x, _) => x == point);

    /// <summary>Before the first effect of a step.</summary>
    public static Killer Before(string step) => new((_, x) => x.Step == step);

    public void Before(Effect effect) => Point(effect, "before");

    public void After(Effect effect) => Point(effect, "after");

    private void Point(Effect effect, string side)
    {
        lock (_lock)
        {
            if (Where is null && strikes(_points++, effect))
            {
                Where = $"{side} {effect.Step}: {effect.Name}";
            }

            if (Where is not null)
            {
                throw new InvalidOperationException("The process is dead.");
            }
        }
    }
}
