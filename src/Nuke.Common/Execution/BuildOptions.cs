using Fairlead.Secrets.Children;
using Nuke.Common.CI;

namespace Nuke.Common.Execution;

/// <summary>The engine's own switches.</summary>
internal sealed class BuildOptions
{
    public bool Plan { get; init; }
    public bool Help { get; init; }
    public bool NoLogo { get; set; }
    public bool Continue { get; init; }

    /// <summary>Whether an ambiguous order of targets is an error.</summary>
    public bool Strict { get; init; }

    public Partition Partition { get; init; } = Partition.Single;
    public Verbosity Verbosity { get; set; } = Verbosity.Normal;
    public int Parallel { get; init; } = Environment.ProcessorCount;
    public string? GenerateConfiguration { get; init; }

    /// <summary>Credentials that the build names for a tool.</summary>
    public IReadOnlyList<PassedVariable> PassEnvironment { get; init; } = [];

    /// <summary>Tools whose output may hold commands to the CI server's runner.</summary>
    public IReadOnlyList<string> RunnerCommands { get; init; } = [];

    public IReadOnlyList<string> Targets { get; init; } = [];

    /// <summary>null: not given; empty: given without names.</summary>
    public IReadOnlyList<string>? Skip { get; init; }
}
