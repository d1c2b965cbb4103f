namespace Fairlead.Components.Tests.Architecture.Samples.Above;

internal sealed class RoofException : Exception;
