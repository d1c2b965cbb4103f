namespace Fairlead.Components.Tests.Architecture.Samples.Above;

internal enum RoofKind : byte
{
    Flat,
    Steep,
}
