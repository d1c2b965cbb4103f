namespace Fairlead.Deployments.Reports;

/// <summary>What became of a part from one release to the next.</summary>
public enum PartChange
{
    /// <summary>Both have it, and nothing of it differs.</summary>
    Unchanged,

    /// <summary>Both have it, and something of it differs.</summary>
    Changed,

    /// <summary>Only the later one has it.</summary>
    Added,

    /// <summary>Only the earlier one has it.</summary>
    Removed,
}
