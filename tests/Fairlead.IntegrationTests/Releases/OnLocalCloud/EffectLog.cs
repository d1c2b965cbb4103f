using Fairlead.Deployments;

namespace Fairlead.IntegrationTests.Releases.OnLocalCloud;

/// <summary>The effects of several runs in one order, each with the fence that its run held when it began.</summary>
internal sealed class EffectLog
{
    private readonly Lock _lock = new();
    private readonly List<LoggedEffect> _effects = [];

    public IReadOnlyList<LoggedEffect> Effects
    {
        get
        {
            lock (_lock)
            {
                return [.. _effects];
            }
        }
    }

    public IEffectObserver Of(string run) => new Observer(this, run);

    private void Add(string run, Effect effect, bool isEnd)
    {
        lock (_lock)
        {
            _effects.Add(new LoggedEffect(run, Fairlead.Deployments.Effects.Current!.Fence, effect.Step, effect.Name, isEnd));
        }
    }

    private sealed class Observer(EffectLog log, string run) : IEffectObserver
    {
        public void Before(Effect effect) => log.Add(run, effect, isEnd: false);

        public void After(Effect effect) => log.Add(run, effect, isEnd: true);
    }
}

/// <param name="Run">Who.</param>
/// <param name="Fence">The fence of its lock; 0 for what takes the lock and gives it back.</param>
/// <param name="Step">The step.</param>
/// <param name="Name">What is written.</param>
/// <param name="IsEnd">Whether it has ended; else it begins.</param>
internal sealed record LoggedEffect(string Run, long Fence, string Step, string Name, bool IsEnd)
{
    public override string ToString() => $"{Run} {Fence} {Step}: {Name}{(IsEnd ? " (done)" : "")}";
}
