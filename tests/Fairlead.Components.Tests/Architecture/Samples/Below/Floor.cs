namespace Fairlead.Components.Tests.Architecture.Samples.Below;

/// <summary>Uses nothing of the roof.</summary>
internal sealed class Floor
{
    public string Name { get; init; } = "ground";
}
