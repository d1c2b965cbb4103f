namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>The sizes of Fargate tasks: which memory goes with which CPU
/// (https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html#fargate-tasks-size).</summary>
/// <param name="Cpu">CPU units, 1024 of which are a vCPU.</param>
/// <param name="Least">MiB.</param>
/// <param name="Most">MiB.</param>
/// <param name="Step">MiB between two values.</param>
internal sealed record FargateSize(int Cpu, int Least, int Most, int Step)
{
    public static IReadOnlyList<FargateSize> All { get; } =
    [
        new(256, 512, 512, 512),
        new(256, 1024, 2048, 1024),
        new(512, 1024, 4096, 1024),
        new(1024, 2048, 8192, 1024),
        new(2048, 4096, 16_384, 1024),
        new(4096, 8192, 30_720, 1024),
        new(8192, 16_384, 61_440, 4096),
        new(16_384, 32_768, 122_880, 8192),
    ];

    public static bool Exists(int cpu, int memory)
        => All.Any(x => x.Cpu == cpu && memory >= x.Least && memory <= x.Most && (memory - x.Least) % x.Step == 0);
}
