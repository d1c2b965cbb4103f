namespace Fairlead.Deployments;

/// <summary>Sees every effect of a run before it begins and after it has ended.</summary>
public interface IEffectObserver
{
    void Before(Effect effect);

    void After(Effect effect);
}
