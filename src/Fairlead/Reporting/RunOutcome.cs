namespace Fairlead.Reporting;

/// <summary>How a run ended.</summary>
public enum RunOutcome
{
    Succeeded,
    Failed,
    Cancelled,
}
