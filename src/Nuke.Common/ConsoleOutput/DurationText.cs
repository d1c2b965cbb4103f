using System.Globalization;

namespace Nuke.Common.ConsoleOutput;

internal static class DurationText
{
    /// <summary>Minutes and seconds: <c>0:07</c>, <c>72:10</c>.</summary>
    public static string Of(TimeSpan duration)
        => string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes}:{duration.Seconds:00}");
}
