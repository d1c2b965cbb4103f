using Fairlead.Releases;

namespace Fairlead.Deployments;

/// <summary>
/// One step of a release. It looks, changes, and reads back, and the three are apart: looking writes nothing, and only changing has effects. What it may
/// have changed is data, so that the way back does not depend on where the step was when something failed.
/// </summary>
/// <param name="name">What it does, as the user reads it: <c>push the image of api</c>.</param>
public abstract class ReleaseStep(string name)
{
    public string Name { get; } = name;

    /// <summary>What its first effect begins to touch; empty for what never has to go back.</summary>
    public virtual IReadOnlyList<Touch> Touches => [];

    /// <summary>Says what is there and what would change. Reads only. Asked before the lock and again under it.</summary>
    /// <exception cref="FairleadException">What is there cannot be read.</exception>
    public abstract Task<StepLook> LookAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Makes it so. Every write is an effect with a name. Idempotent: what is as it should be is not written again, so that a run that was killed between
    /// any two effects is finished by the next.
    /// </summary>
    /// <param name="look">What was seen under the lock.</param>
    /// <param name="effects">Through which everything is written.</param>
    /// <param name="cancellationToken">Ends also when the lock is lost or another step has failed.</param>
    public abstract Task<Outcome> ChangeAsync(StepLook look, Effects effects, CancellationToken cancellationToken);

    /// <summary>Reads back whether it is so, after a change and where nothing was to change. Null where looking is all that there is to see.</summary>
    public virtual Task<Outcome?> VerifyAsync(CancellationToken cancellationToken) => Task.FromResult<Outcome?>(null);

    public override string ToString() => Name;
}
