using Fairlead.Preflight;
using Fairlead.Services.Ec2;
using Nuke.Common;

namespace Fairlead.Components.Deployments;

/// <summary>Instances unpack an archive. A release gets its id when it is deployed, so nobody can have
/// put the archive of a new one into the bucket before.</summary>
internal static class InstanceArchive
{
    /// <summary>What stands against deploying to the service host; null when nothing does, or when this run deploys no service.</summary>
    /// <param name="build">The build.</param>
    /// <param name="host">The stack's output <c>service_host</c>; null when it is not known yet.</param>
    /// <param name="stack">The stack.</param>
    public static PreflightProblem? FindProblem(INukeBuild build, string? host, string stack)
        => host == Ec2ServiceOutputs.HostName && build is IHazDeployment deployment && deployment.Services.Any(x => x.Archive is null) && Deploys(build)
            ? new PreflightProblem(
                $"The service of stack {stack} runs on instances, which unpack an archive of each release, and the build names none.",
                build is IPackService
                    ? "Name their runtime, and PackService makes one: \"ServiceRuntime\": \"linux-x64\" or \"linux-arm64\" in the profile's parameters."
                    : "Add IPackService to the build and \"ServiceRuntime\": \"linux-x64\" to the profile's parameters, or name a .tar.gz of your own: "
                        + "AbsolutePath? IDeployService.ReleaseArchive => ArtifactsDirectory / \"service.tar.gz\".")
            : null;

    /// <exception cref="FairleadException">There is such a problem.</exception>
    public static void ThrowIfMissing(INukeBuild build, string? host, string stack)
    {
        if (FindProblem(build, host, stack) is { } problem)
        {
            throw new FairleadException($"Stack {stack} cannot be deployed to; nothing of it was changed.", problem.What, problem.Next);
        }
    }

    private static bool Deploys(INukeBuild build)
        => build.ExecutionPlan.Any(x => x.Name == nameof(IDeployService.DeployService))
            && build.SkippedTargets.All(x => x.Name != nameof(IDeployService.DeployService));
}
