namespace Fairlead.LocalCloud.CloudFront.Configuration;

/// <summary>A service behind a distribution.</summary>
/// <param name="Id">Id of the origin.</param>
/// <param name="Url">Where it speaks plain HTTP.</param>
/// <param name="PathPattern">What goes to it; null for nothing but what goes nowhere else.</param>
internal sealed record ServiceOrigin(string Id, Uri Url, string? PathPattern);
