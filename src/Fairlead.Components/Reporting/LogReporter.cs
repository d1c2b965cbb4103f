using Fairlead.Reporting;
using Serilog;

namespace Fairlead.Components.Reporting;

/// <summary>Tells the build's log. Progress is told at most once in two seconds for each activity.</summary>
internal sealed class LogReporter(TimeProvider clock) : IReporter
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, long> _told = [];

    public static LogReporter Instance { get; } = new(TimeProvider.System);

    public void Information(string message) => Log.Information("{Message:l}", message);

    public void Warning(string message) => Log.Warning("{Message:l}", message);

    public void Progress(string activity, long done, long total)
    {
        lock (_lock)
        {
            var now = clock.GetTimestamp();
            if (!_told.TryGetValue(activity, out var last))
            {
                // What is done within two seconds needs no progress.
                _told[activity] = now;
                return;
            }

            if (clock.GetElapsedTime(last, now) < Quiet)
            {
                return;
            }

            _told[activity] = now;
        }

        if (total > 0)
        {
            Log.Information("{Activity:l}: {Percent} %", activity, done * 100 / total);
        }
        else
        {
            Log.Information("{Activity:l}: {Done}", activity, done);
        }
    }
}
