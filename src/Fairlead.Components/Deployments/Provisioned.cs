using Fairlead.Deployments;
using Fairlead.Releases;

namespace Fairlead.Components.Deployments;

/// <summary>A place that was brought into being, or found as it should be.</summary>
/// <param name="Place">The place.</param>
/// <param name="Outcome">What that changed.</param>
internal sealed record Provisioned(Place Place, Outcome Outcome);
