namespace Fairlead.Components.Tests.Architecture.Samples.Above;

/// <summary>What nothing below may use.</summary>
internal sealed class Roof
{
    public const string Colour = "red";

    public string Shape { get; init; } = "flat";

    public static T Build<T>() => default!;
}
