namespace Fairlead.Services.Ecs;

/// <summary>Which memory goes with which CPU on Fargate. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html</summary>
internal static class FargateSizes
{
    private const int GiB = 1024;

    // CPU units → least and most memory in MiB, and the step between.
    private static readonly IReadOnlyDictionary<int, (int Least, int Most, int Step)> Sizes = new Dictionary<int, (int, int, int)>
    {
        [256] = (GiB / 2, 2 * GiB, GiB),
        [512] = (GiB, 4 * GiB, GiB),
        [1024] = (2 * GiB, 8 * GiB, GiB),
        [2048] = (4 * GiB, 16 * GiB, GiB),
        [4096] = (8 * GiB, 30 * GiB, GiB),
        [8192] = (16 * GiB, 60 * GiB, 4 * GiB),
        [16384] = (32 * GiB, 120 * GiB, 8 * GiB),
    };

    /// <summary>Why a task of this size cannot be had, as a sentence with what to do; null when it can.</summary>
    /// <param name="cpu">CPU units, 1024 to a core, as a task definition has them.</param>
    /// <param name="memory">Memory in MiB, as a task definition has it.</param>
    public static string? FindProblem(string? cpu, string? memory)
    {
        if (!int.TryParse(cpu, out var units) || !Sizes.TryGetValue(units, out var size))
        {
            return $"Fargate has no tasks with {cpu ?? "no"} CPU units: "
                + $"set cpu of the task definition to {string.Join(", ", Sizes.Keys.SkipLast(1))} or {Sizes.Keys.Last()}.";
        }

        // The smallest size has half a GiB, and then whole ones.
        var fits = int.TryParse(memory, out var mebibytes) && mebibytes >= size.Least && mebibytes <= size.Most
            && (mebibytes == size.Least || mebibytes % size.Step == 0);
        return fits
            ? null
            : $"Fargate has no tasks with {units} CPU units and {memory ?? "no"} MiB of memory: "
                + $"with that CPU, set memory of the task definition to {size.Least} to {size.Most} MiB in steps of {size.Step}.";
    }
}
