namespace Fairlead.Containers;

/// <param name="Image">The image, complete in its layout.</param>
/// <param name="Plan">What went into which layer.</param>
/// <param name="Unchanged">The layout held this very image before, and nothing was written.</param>
public sealed record ImageBuildResult(OciImage Image, ImagePlan Plan, bool Unchanged);
