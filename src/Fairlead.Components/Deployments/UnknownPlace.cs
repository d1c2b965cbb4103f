using Fairlead.Deployments;
using Fairlead.Preflight;

namespace Fairlead.Components.Deployments;

/// <summary>The place of a profile that says nothing about it, in a build without a provisioner.</summary>
internal sealed class UnknownPlace(IHazStack build) : IPlace
{
    public string Absence
        => $"The profile {build.Profile} names no place: give --stack-outputs-file, or add ILocalCloud or ITerraform to the build.";

    public IEnumerable<PreflightCheck> Checks
        => [PreflightCheck.Of("Place", () => new PreflightProblem($"The profile {build.Profile} names no place.", Absence))];

    public Task<Provisioned> ProvisionAsync(CancellationToken cancellationToken) => throw new FairleadException("There is nothing to provision.", Absence, "");

    public Task<Place?> FindAsync(CancellationToken cancellationToken) => Task.FromResult<Place?>(null);
}
