namespace Fairlead.Components.Tests.Architecture.Samples.Above;

internal interface IRoof
{
    event EventHandler<Roof> Leaking;
}
