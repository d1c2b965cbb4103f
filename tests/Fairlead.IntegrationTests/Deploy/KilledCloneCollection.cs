namespace Fairlead.IntegrationTests.Deploy;

/// <summary>A clone for builds that are killed: they take minutes, and run beside the other tests of deploys.</summary>
[CollectionDefinition(Name)]
public sealed class KilledCloneCollection : ICollectionFixture<KilledClone>
{
    public const string Name = "Killed clone";
}
