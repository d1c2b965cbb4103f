namespace Fairlead.Reporting;

/// <summary>A target on the timeline; seconds from the start of the run.</summary>
/// <param name="Target">The target.</param>
/// <param name="Ready">When all that it waited for was over.</param>
/// <param name="Start">When its actions started; for a skipped one, when that was decided.</param>
/// <param name="End">When it was over.</param>
/// <param name="Waiting">Seconds between <paramref name="Ready"/> and <paramref name="Start"/> in which all slots were taken.</param>
public sealed record TimelineBar(TargetRecord Target, double Ready, double Start, double End, double Waiting)
{
    /// <summary>Seconds between ready and start in which a slot was free: a condition was evaluated, such as whether inputs changed.</summary>
    public double Deciding => Math.Max(0, Start - Ready - Waiting);

    /// <summary>Seconds that the target needs, however many slots there are.</summary>
    public double Work => End - Start + Deciding;

    /// <summary>What the longest chain of work up to the end of this target took.</summary>
    internal double ChainWork { get; set; }

    /// <summary>The target before this one in that chain; null when it is the first.</summary>
    internal TimelineBar? ChainBefore { get; set; }

    public bool IsCritical { get; set; }

    /// <summary>Part of the way, back from the target that ended last, that decided how long the run took.</summary>
    public bool IsOnLongestWay { get; set; }
}
