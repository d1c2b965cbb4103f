using Fairlead.Incremental;
using Nuke.Common;
using Serilog;

namespace Fairlead.Components;

/// <summary>Targets that do not run again when nothing changed. Built on NUKE's own conditions and actions, so it works in every NUKE build.</summary>
public static class IncrementalTargetExtensions
{
    /// <summary>
    /// Skips the target when its inputs and keys are what they were when it last ended well, and its outputs are what that run left.
    /// Compares contents, never times. Call it last: what it remembers is written after the target's own actions. <c>--force</c>
    /// (<see cref="IHazForce"/>) runs the target whatever is remembered. While another build makes files in this folder it waits for its turn
    /// (<see cref="FolderTurn"/>); one that failed gives it back when its process ends.
    /// Only for targets whose effect is files on this machine; a target that changes something elsewhere must read it back instead.
    /// </summary>
    /// <param name="target">The target's definition.</param>
    /// <param name="build">The build.</param>
    /// <param name="name">The target's name, by which it is remembered.</param>
    /// <param name="inputs">Files that the result is made from, a directory for everything below it; asked for before and after the target runs.</param>
    /// <param name="outputs">Files that the target leaves, likewise.</param>
    /// <param name="keys">Whatever else decides the result: tool versions (<see cref="ToolVersions"/>), parameters. They are not kept, only a digest.</param>
    /// <param name="variant">For a target with outputs of its own for each value of a parameter: that value, so that
    /// each is remembered by itself. It becomes part of a file's name.</param>
    public static ITargetDefinition OnlyWhenChanged(
        this ITargetDefinition target,
        INukeBuild build,
        string name,
        Func<IEnumerable<string>> inputs,
        Func<IEnumerable<string>> outputs,
        Func<IEnumerable<string>>? keys = null,
        Func<string>? variant = null)
    {
        keys ??= () => [];
        IncrementalCheck? check = null;
        return target
            .OnlyWhenDynamic(
                () =>
                {
                    EnterTurn(build, name);
                    var runs = false;
                    try
                    {
                        var record = Record(build);
                        check = record.Check(variant is null ? name : $"{name}-{variant()}", inputs(), outputs, keys());
                        if (check.IsUnchanged && !IsForced(build))
                        {
                            SayUnchanged(build, name, check);
                            return false;
                        }

                        Log.Debug("{Target:l} runs: {Reason:l}", name, check.Reason ?? "--force");
                        record.Begin(check);
                        return runs = true;
                    }
                    finally
                    {
                        if (!runs)
                        {
                            FolderTurn.Leave(TurnFile(build));
                        }
                    }
                },
                "inputs, outputs or keys changed")
            .Executes(() =>
            {
                try
                {
                    if (Record(build).End(check!, inputs(), outputs()) is { } reason)
                    {
                        // The target did what it is for; all that is lost is that it could be skipped the next time.
                        Log.Warning("{Target:l} will run again the next time: {Reason:l}", name, reason);
                    }
                }
                finally
                {
                    FolderTurn.Leave(TurnFile(build));
                }
            });
    }

    // NUKE's conditions are not asynchronous.
    private static void EnterTurn(INukeBuild build, string name)
        => FolderTurn.EnterAsync(
            TurnFile(build),
            () => Log.Information("{Target:l} waits: another build makes files in this folder", name),
            TimeProvider.System,
            Cancellation.Token).GetAwaiter().GetResult();

    private static string TurnFile(INukeBuild build) => build.TemporaryDirectory / "incremental.lock";

    private static bool IsForced(INukeBuild build) => (build as IHazForce)?.Force ?? EnvironmentInfo.HasArgument("force");

    private static void SayUnchanged(INukeBuild build, string name, IncrementalCheck check)
    {
        Log.Debug("{Target:l} is unchanged: its {Count} inputs are the same, and its outputs are what its last run left", name, check.Inputs.Files.Count);
        if (build.ExecutionPlan.FirstOrDefault(x => x.Name == name) is { } target)
        {
            target.SummaryInformation["Outcome"] = "Unchanged";
        }
    }

    private static IncrementalRecord Record(INukeBuild build) => new(build.TemporaryDirectory / "incremental", build.RootDirectory);
}
