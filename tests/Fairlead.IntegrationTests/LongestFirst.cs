using Xunit.Abstractions;

namespace Fairlead.IntegrationTests;

/// <summary>
/// Starts the collections that take minutes before the others, so that none of them is left to run alone at the end: what computes for minutes, then
/// what waits for minutes beside it. Xunit's own order is that of a hash.
/// </summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Longest =
    [
        Stacks.StackCyclesCollection.Name,
        Deploy.KilledCloneCollection.Name,
        Deploy.DeployedCloneCollection.Name,
        Releases.OnLocalCloud.ReleaseCloudCollection.Name,
        .. new[]
        {
            typeof(Stacks.FloraInstanceTests),
            typeof(Ecs.EcsToolsTests),
            typeof(Ecs.DockerRuntimeTests),
            typeof(Bootstrap.BuildScriptTests),
            typeof(Infrastructure.EmulatorTests),
            typeof(Infrastructure.Terraform.TerraformAwsTests),
            typeof(Infrastructure.Plans.PlanOnEmulatorTests),
            typeof(Stacks.StackPlanTests),
            typeof(Infrastructure.Plans.StackPlanTests),
            typeof(Stacks.BadStackInputTests),
            typeof(Infrastructure.Terraform.TerraformStopTests),
            typeof(Services.Ec2ServiceHostTests),
        }.Select(x => $"Test collection for {x.FullName}"),
    ];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections)
        => testCollections.OrderBy(x => Array.IndexOf(Longest, x.DisplayName) is >= 0 and var place ? place : Longest.Length);
}
