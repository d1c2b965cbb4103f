using Fairlead.Components.Tests.Architecture.Samples.Above;

namespace Fairlead.Components.Tests.Architecture.Samples.Below;

/// <summary>Of a constant only the value is left, and the import of its namespace in the symbols.</summary>
internal static class ConstantWall
{
    public static string Carry() => Roof.Colour;
}
