namespace Nuke.Common.Utilities;

/// <summary>Waits for tasks where a target is not asynchronous.</summary>
public static class TaskExtensions
{
    /// <exception cref="AggregateException">At least one task failed.</exception>
    public static void WaitAll(this IEnumerable<Task> tasks) => Task.WaitAll([.. tasks]);

    /// <returns>The results, in the order of the tasks.</returns>
    /// <exception cref="AggregateException">At least one task failed.</exception>
    public static IReadOnlyCollection<T> WaitAll<T>(this IEnumerable<Task<T>> tasks)
    {
        Task<T>[] all = [.. tasks];
        Task.WaitAll(all);
        return [.. all.Select(x => x.Result)];
    }
}
