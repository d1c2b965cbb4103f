namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A clone for builds that are killed: they take as long as all other tests of deploys together, and run beside them.</summary>
[CollectionDefinition(Name)]
public sealed class KilledCloneCollection : ICollectionFixture<KilledClone>
{
    public const string Name = "Killed clone";
}
