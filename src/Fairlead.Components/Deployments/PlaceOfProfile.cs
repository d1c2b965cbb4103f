using Fairlead.Components.Terraform;

namespace Fairlead.Components.Deployments;

/// <summary>The one spot where a place is chosen.</summary>
internal static class PlaceOfProfile
{
    public static IPlace Of(IHazDeployment build)
        => build is ILocalCloud { IsLocal: true } cloud ? new LocalPlace(cloud, build)
            : build.StackOutputsFile is { } file ? new OutputsFilePlace(build, file)
            : build is ITerraform terraform ? new TerraformPlace(terraform)
            : new UnknownPlace(build);
}
