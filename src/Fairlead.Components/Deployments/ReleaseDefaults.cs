using Fairlead.Deployments;
using Fairlead.Releases;
using Fairlead.Verification;

namespace Fairlead.Components.Deployments;

/// <summary>What a release consists of in a build that does not say so itself. The one spot where the parts that components make are put together.</summary>
internal static class ReleaseDefaults
{
    public static IReadOnlyList<ServicePart> Services(IHazDeployment build)
        => build is not (IPushEcr or IDeployService)
            ? []
            :
            [
                new ServicePart(PartNames.Service)
                {
                    ImageDirectory = (build as IDockerImage)?.ImageDirectory,
                    Archive = (build as IDeployService)?.ReleaseArchive,
                    Environment = (build as IDeployService)?.ServiceEnvironment ?? new Dictionary<string, string>(),
                    MigrateCommand = (build as IMigrate)?.MigrateCommand ?? [],
                },
            ];

    public static IReadOnlyList<SmokeCheck> SmokeChecks(IHazDeployment build) => (build as ISmokeTest)?.SmokeChecks ?? [];

    public static IReadOnlyList<SitePart> Sites(IHazDeployment build)
        => build is not ISyncS3 ? [] : [new SitePart(PartNames.Site, (build as IWebBuild)?.SiteDirectory ?? (build.RootDirectory / "dist"))];
}
