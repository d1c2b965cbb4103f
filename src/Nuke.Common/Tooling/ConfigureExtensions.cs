using System.Collections.Concurrent;
using System.Runtime.ExceptionServices;

namespace Nuke.Common.Tooling;

/// <summary>Calls configurators.</summary>
public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T> configurator, T obj) => configurator is null ? obj : configurator(obj);

    /// <summary>Runs one process per set of options, at most <paramref name="degreeOfParallelism"/> at a time.</summary>
    /// <param name="configurator">Makes the sets.</param>
    /// <param name="executor">Runs one.</param>
    /// <param name="degreeOfParallelism">At least 1.</param>
    /// <param name="completeOnFailure">Run the others, too, after one failed.</param>
    /// <exception cref="AggregateException">More than one failed.</exception>
    public static IReadOnlyCollection<(TOptions Settings, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
    {
        var all = configurator(new TOptions()).ToArray();
        var outputs = new IReadOnlyCollection<Output>[all.Length];
        var failures = new List<Exception>();

        // In order, and none kept for a busy worker: dealt out in ranges, the last ones would run one after the other.
        var inOrder = Partitioner.Create(Enumerable.Range(0, all.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(inOrder, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, degreeOfParallelism) }, (i, state) =>
        {
            if (state.IsStopped)
                return;
            try
            {
                outputs[i] = executor(all[i]);
            }
            catch (Exception exception)
            {
                lock (failures)
                    failures.Add(exception);
                if (!completeOnFailure)
                    state.Stop();
            }
        });
        if (failures.Count == 1)
            ExceptionDispatchInfo.Throw(failures[0]);
        return failures.Count > 1 ? throw new AggregateException(failures) : [.. all.Zip(outputs)];
    }
}
