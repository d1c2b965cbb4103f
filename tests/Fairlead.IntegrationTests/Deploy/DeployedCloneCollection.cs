namespace Fairlead.IntegrationTests.Deploy;

[CollectionDefinition(Name)]
public sealed class DeployedCloneCollection : ICollectionFixture<DeployedClone>
{
    public const string Name = "Deployed clone";
}
