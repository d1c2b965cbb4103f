using Fairlead.Deployments;
using Fairlead.Preflight;

namespace Fairlead.Components.Deployments;

/// <summary>A kind of place: how it is looked at, brought into being and found again.</summary>
internal interface IPlace
{
    /// <summary>What must be so before time is spent. Reads only.</summary>
    IEnumerable<PreflightCheck> Checks { get; }

    /// <summary>Brings the place into being, or finds it as it should be.</summary>
    Task<Provisioned> ProvisionAsync(CancellationToken cancellationToken);

    /// <summary>The place as it stands; null when there is none. Changes nothing.</summary>
    Task<Place?> FindAsync(CancellationToken cancellationToken);

    /// <summary>That the place exists and does not run, and the command that starts it; null where there is none, where it runs, and for what is never stopped.
    /// </summary>
    Task<StoppedPlace?> FindStoppedAsync(CancellationToken cancellationToken) => Task.FromResult<StoppedPlace?>(null);

    /// <summary>The place, started when it is stopped; null when there is none.</summary>
    Task<Place?> ResumeAsync(CancellationToken cancellationToken) => FindAsync(cancellationToken);

    /// <summary>What to say when there is none, without looking why.</summary>
    string Absence { get; }

    /// <summary>What to say when there is none, and why that is so as far as can be seen.</summary>
    Task<string> AbsenceAsync(CancellationToken cancellationToken) => Task.FromResult(Absence);
}
