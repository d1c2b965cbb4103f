using Fairlead.Deployments;

namespace Fairlead.Tests.Deployments;

/// <summary>
/// Kills a run at one of its effects, as <c>kill -9</c> would: from then on nothing of the run is written any more, neither its way back nor its record,
/// and its lock is not given back: that, too, is an effect.
/// </summary>
/// <param name="at">Number of the point: two for each effect, one before it and one after it.</param>
internal sealed class KillAt(int at) : IEffectObserver
{
    private int _points;

    /// <summary>Whether the run lived long enough to be killed.</summary>
    public bool HasKilled { get; private set; }

    public void Before(Effect effect) => Point();

    public void After(Effect effect) => Point();

    private void Point()
    {
        if (HasKilled || _points++ == at)
        {
            HasKilled = true;
            throw new InvalidOperationException("The process is dead.");
        }
    }
}
