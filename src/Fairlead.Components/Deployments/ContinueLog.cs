using Nuke.Common;
using Nuke.Common.IO;

namespace Fairlead.Components.Deployments;

/// <summary>
/// What the engine remembers of a failed run for <c>--continue</c>: the targets that succeeded. Those of a release look at the place in every run, and after
/// a way back what they did is undone, so that they are never taken as done.
/// </summary>
internal static class ContinueLog
{
    private static readonly HashSet<string> OfTheRelease =
    [
        nameof(IPushEcr.PushEcr), nameof(IMigrate.Migrate), nameof(IDeployService.DeployService), nameof(ISyncS3.SyncAssets), nameof(ISyncS3.SyncS3),
        nameof(IInvalidate.Invalidate), nameof(ISmokeTest.SmokeTest), nameof(IDeploy.Deploy),
    ];

    /// <summary>Forgets the targets of the release. The file has the invocation in its first line and a target in each other; without it there is nothing to do.
    /// </summary>
    public static void Forget(INukeBuild build)
    {
        var file = build.TemporaryDirectory / "build-attempt.log";
        if (file.FileExists() && File.ReadAllLines(file) is [var invocation, .. var succeeded] && succeeded.Any(OfTheRelease.Contains))
        {
            File.WriteAllLines(file, succeeded.Where(x => !OfTheRelease.Contains(x)).Prepend(invocation));
        }
    }
}
