namespace Fairlead.Components.Tests.Reporting;

/// <summary>Tests that set variables of this process, which everybody in it reads: nothing runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class ProcessEnvironment
{
    public const string Name = "Process environment";
}
