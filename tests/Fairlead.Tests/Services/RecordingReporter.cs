using Fairlead.Reporting;

namespace Fairlead.Tests.Services;

internal sealed class RecordingReporter : IReporter
{
    public List<string> Lines { get; } = [];

    public List<string> Warnings { get; } = [];

    public void Information(string message) => Lines.Add(message);

    public void Warning(string message) => Warnings.Add(message);

    public void Progress(string activity, long done, long total)
    {
    }
}
