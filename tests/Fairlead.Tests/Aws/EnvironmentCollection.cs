namespace Fairlead.Tests.Aws;

/// <summary>Tests that change the process's environment run alone: the SDK reads it whenever a client is made.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class EnvironmentCollection
{
    public const string Name = "Environment";
}
