using System.Text.Json;
using Fairlead.Json;

namespace Nuke.Common.Planning;

/// <summary>How long targets took in earlier runs, from the record that a run may have left.</summary>
internal static class ExpectedDurations
{
    /// <summary>Empty when there is no record, or none that can be read: a plan is worth printing without.</summary>
    public static IReadOnlyDictionary<string, TimeSpan> Read(string file)
    {
        var durations = new Dictionary<string, TimeSpan>();
        if (!File.Exists(file))
        {
            return durations;
        }

        try
        {
            var root = WellFormedJson.Parse(File.ReadAllBytes(file));

            // {"version": 1, …, "durations": {"Compile": 12.5}}, in seconds
            if (root.ValueKind != JsonValueKind.Object
                || !root.TryGetProperty("durations", out var values) || values.ValueKind != JsonValueKind.Object)
            {
                return durations;
            }

            foreach (var value in values.EnumerateObject().Where(x => x.Value.ValueKind == JsonValueKind.Number))
            {
                if (value.Value.TryGetDouble(out var seconds) && seconds is >= 0 and < 1e6)
                {
                    durations[value.Name] = TimeSpan.FromSeconds(seconds);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            durations.Clear();
        }

        return durations;
    }
}
