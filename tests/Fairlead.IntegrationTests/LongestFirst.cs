using Xunit.Abstractions;

namespace Fairlead.IntegrationTests;

/// <summary>Starts the collections that take minutes before the others, so that none of them is left to run alone at the end. Xunit's own order is that of a hash.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest = [Stacks.StackCyclesCollection.Name, Deploy.DeployedCloneCollection.Name];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
        => testCollections.OrderBy(x => Array.IndexOf(Longest, x.DisplayName) is >= 0 and var place ? place : Longest.Length);
}
