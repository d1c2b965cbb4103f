using Nuke.Common.Execution;

namespace Nuke.Common.ConsoleOutput;

/// <summary>The output of one target that is running.</summary>
/// <param name="name">Shown in front of it.</param>
/// <param name="target">null for what is written outside of targets.</param>
/// <param name="started">When the target started, as a timestamp of the run's clock.</param>
/// <param name="number">Counts the targets as they start; decides about the colour.</param>
internal sealed class TargetBlock(string name, ExecutableTarget? target = null, long started = 0, int number = 0)
{
    public string Name => name;
    public ExecutableTarget? Target => target;
    public long Started { get; } = started;
    public string Color { get; } = Ansi.OfTarget(number);

    /// <summary>What the target writes to the console directly.</summary>
    public LineAssembler Raw { get; } = new();

    /// <summary>What is not printed yet.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Characters of them.</summary>
    public long Waiting { get; set; }

    /// <summary>The last line without its time and level.</summary>
    public string LastLine { get; set; } = "";

    /// <summary>When somebody who watches last saw that the target is alive.</summary>
    public long LastSeen { get; set; } = started;

    /// <summary>Whether its header was printed before, so that the next one says that it goes on.</summary>
    public bool WasOpened { get; set; }
}
