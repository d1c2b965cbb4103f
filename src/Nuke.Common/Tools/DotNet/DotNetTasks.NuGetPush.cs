using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.DotNet;

public partial class DotNetTasks
{
    /// <summary>Pushes a package to a feed.</summary>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(DotNetNuGetPushSettings options = null) => s_instance.Run(options);

    /// <inheritdoc cref="DotNetNuGetPush(DotNetNuGetPushSettings)"/>
    public static IReadOnlyCollection<Output> DotNetNuGetPush(Configure<DotNetNuGetPushSettings> configurator) =>
        s_instance.Run(configurator.InvokeSafe(new DotNetNuGetPushSettings()));

    /// <inheritdoc cref="DotNetNuGetPush(DotNetNuGetPushSettings)"/>
    public static IEnumerable<(DotNetNuGetPushSettings Settings, IReadOnlyCollection<Output> Output)> DotNetNuGetPush(
        CombinatorialConfigure<DotNetNuGetPushSettings> configurator, int degreeOfParallelism = 1, bool completeOnFailure = false) =>
        configurator.Invoke(DotNetNuGetPush, degreeOfParallelism, completeOnFailure);
}
