using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.ExceptionServices;

namespace Nuke.Common.Tooling;

/// <summary>Calls configurators.</summary>
public static class ConfigureExtensions
{
    public static T InvokeSafe<T>(this Configure<T>? configurator, T obj) => configurator is null ? obj : configurator(obj);

    /// <summary>
    /// Runs one process per set of options, at most <paramref name="degreeOfParallelism"/> at a time. The lines of processes that run at the
    /// same time are logged when each has ended, so that they do not mix.
    /// </summary>
    /// <param name="configurator">Makes the sets.</param>
    /// <param name="executor">Runs one.</param>
    /// <param name="degreeOfParallelism">At least 1.</param>
    /// <param name="completeOnFailure">Run the others, too, after one failed.</param>
    /// <exception cref="AggregateException">More than one failed.</exception>
    public static IReadOnlyCollection<(TOptions Options, IReadOnlyCollection<Output> Output)> Invoke<TOptions>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, IReadOnlyCollection<Output>> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
        => Run(configurator, executor, degreeOfParallelism, completeOnFailure);

    /// <inheritdoc cref="Invoke{TOptions}"/>
    public static IReadOnlyCollection<(TOptions Options, TResult Result, IReadOnlyCollection<Output> Output)> Invoke<TOptions, TResult>(
        this CombinatorialConfigure<TOptions> configurator,
        Func<TOptions, (TResult Result, IReadOnlyCollection<Output> Output)> executor,
        int degreeOfParallelism,
        bool completeOnFailure)
        where TOptions : ToolOptions, new()
        => [.. Run(configurator, executor, degreeOfParallelism, completeOnFailure).Select(x => (x.Options, x.Result.Result, x.Result.Output))];

    private static (TOptions Options, TResult Result)[] Run<TOptions, TResult>(
        CombinatorialConfigure<TOptions> configurator, Func<TOptions, TResult> executor, int degreeOfParallelism, bool completeOnFailure)
        where TOptions : ToolOptions, new()
    {
        var all = configurator(new TOptions()).ToArray();
        var results = new TResult[all.Length];
        var failures = new List<Exception>();
        var isParallel = degreeOfParallelism > 1 && all.Length > 1;

        // In order, and none kept for a busy worker: dealt out in ranges, the last ones would run one after the other.
        var inOrder = Partitioner.Create(Enumerable.Range(0, all.Length), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(inOrder, new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, degreeOfParallelism) }, (i, state) =>
        {
            if (state.IsStopped)
            {
                return;
            }

            try
            {
                results[i] = isParallel ? RunApart(all[i], executor, failures) : executor(all[i]);
            }
            catch (Exception exception)
            {
                lock (failures)
                {
                    failures.Add(exception);
                }

                if (!completeOnFailure)
                {
                    state.Stop();
                }
            }
        });
        if (failures.Count == 1)
        {
            ExceptionDispatchInfo.Throw(failures[0]);
        }

        return failures.Count > 1 ? throw new AggregateException(failures) : [.. all.Zip(results)];
    }

    private static TResult RunApart<TOptions, TResult>(TOptions options, Func<TOptions, TResult> executor, object oneAtATime)
        where TOptions : ToolOptions
    {
        var lines = new OutputLines();
        try
        {
            return executor(options.SetProcessLogger((type, text) => lines.Add(new Output { Type = type, Text = text })));
        }
        finally
        {
            var logger = LoggerOf(options);
            lock (oneAtATime)
            {
                foreach (var line in lines)
                {
                    logger(line.Type, line.Text);
                }
            }
        }
    }

    private static Action<OutputType, string> LoggerOf(ToolOptions options)
        => options.ProcessLogger
        ?? (options.GetType().GetCustomAttribute<CommandAttribute>()?.Type is { } tasks
            ? ((ToolTasks)Activator.CreateInstance(tasks)!).GetLogger(options)
            : ProcessTasks.DefaultLogger);
}
