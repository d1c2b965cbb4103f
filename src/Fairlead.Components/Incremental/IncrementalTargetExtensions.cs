using Fairlead.Incremental;
using Nuke.Common;
using Nuke.Common.IO;
using Serilog;

namespace Fairlead.Components;

/// <summary>Targets that do not run again when nothing changed. Built on NUKE's own conditions and actions, so it works in every NUKE build.</summary>
public static class IncrementalTargetExtensions
{
    /// <summary>
    /// Skips the target when its inputs and keys are what they were when it last ended well, and its outputs are what that run left.
    /// Compares contents, never times. Call it last: what it remembers is written after the target's own actions.
    /// Only for targets whose effect is files on this machine; a target that changes something elsewhere must read it back instead.
    /// </summary>
    /// <param name="target">The target's definition.</param>
    /// <param name="build">The build.</param>
    /// <param name="name">A name for what is remembered: the target's own.</param>
    /// <param name="inputs">Files that the result is made from; asked for when the target is about to run.</param>
    /// <param name="outputs">Files that the target leaves; asked for before and after it runs.</param>
    /// <param name="keys">Whatever else decides the result: tool versions, parameters.</param>
    public static ITargetDefinition OnlyWhenChanged(
        this ITargetDefinition target,
        INukeBuild build,
        string name,
        Func<IEnumerable<string>> inputs,
        Func<IEnumerable<string>> outputs,
        Func<IEnumerable<string>>? keys = null)
    {
        keys ??= () => [];
        string? fingerprint = null;
        return target
            .OnlyWhenDynamic(
                () =>
                {
                    var record = Record(build);
                    if (!Forced && record.IsUnchanged(name, inputs(), outputs(), keys()))
                    {
                        return false;
                    }

                    // Taken now: an input that changes while the target runs must count as changed the next time.
                    fingerprint = Fingerprint.Of(build.RootDirectory, inputs(), keys());
                    record.Forget(name);
                    return true;
                },
                "inputs or outputs changed since the last run")
            .Executes(() =>
            {
                try
                {
                    Record(build).Remember(name, fingerprint!, outputs());
                }
                catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
                {
                    // The target did what it is for; all that is lost is that it could be skipped the next time.
                    Log.Warning("{Target:l} will run again the next time: {Reason:l}", name, exception.Message);
                }
            });
    }

    /// <summary><c>--force</c>: every target runs whatever is remembered.</summary>
    private static bool Forced => EnvironmentInfo.HasArgument("force");

    private static IncrementalRecord Record(INukeBuild build) => new(build.TemporaryDirectory / "incremental", build.RootDirectory);
}
