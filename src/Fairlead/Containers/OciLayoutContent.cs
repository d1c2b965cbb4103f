namespace Fairlead.Containers;

/// <summary>An image with its parsed configuration.</summary>
internal sealed record OciLayoutContent(OciImage Image, OciConfig Config);
