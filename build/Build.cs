using Fairlead.Components;
using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Components;

[DeploySummary]
[RunReport]
partial class Build
    : NukeBuild,
        IHazSolution,
        IHazConfiguration,
        IHazArtifacts,
        IRestore,
        ICompile,
        ITest,
        IWebBuild,
        IDockerImage,
        IPackService,
        IPreflight,
        ILocalCloud,
        ITerraform,
        IPushEcr,
        IMigrate,
        IDeployService,
        ISyncS3,
        IInvalidate,
        ISmokeTest,
        IDeploy,
        IStatus,
        IReleases,
        IRollback,
        IPrune,
        IRepairLedger,
        IClean
{
    public static int Main() => Execute<Build>(x => ((IDeploy)x).Deploy);

    AbsolutePath StorefrontDirectory => RootDirectory / "samples" / "storefront";

    IEnumerable<AbsolutePath> IClean.CleanDirectories => [RootDirectory / "src", RootDirectory / "tests", StorefrontDirectory];
}
