namespace Fairlead.Components.Tests.Architecture.Samples.Elsewhere;

/// <summary>A type whose namespace is not its folder.</summary>
internal enum Stray;
