namespace Fairlead.Reporting;

/// <summary>Tells nobody.</summary>
public sealed class SilentReporter : IReporter
{
    public static SilentReporter Instance { get; } = new();

    public void Information(string message)
    {
    }

    public void Warning(string message)
    {
    }

    public void Progress(string activity, long done, long total)
    {
    }
}
