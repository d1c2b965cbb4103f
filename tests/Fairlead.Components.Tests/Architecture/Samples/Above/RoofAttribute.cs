namespace Fairlead.Components.Tests.Architecture.Samples.Above;

[AttributeUsage(AttributeTargets.All)]
internal sealed class RoofAttribute(Type? type = null) : Attribute
{
    public Type? Type => type;

    public RoofKind Kind { get; init; }
}
