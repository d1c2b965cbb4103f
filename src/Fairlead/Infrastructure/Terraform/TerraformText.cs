using System.Globalization;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>Words for what terraform says in other words.</summary>
internal static class TerraformText
{
    public static string Of(TimeSpan duration)
        => duration >= TimeSpan.FromMinutes(2) && duration.Seconds == 0 ? string.Create(CultureInfo.InvariantCulture, $"{duration.TotalMinutes:0} minutes")
            : duration >= TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalMinutes} min {duration.Seconds} s")
            : string.Create(CultureInfo.InvariantCulture, $"{duration.TotalSeconds:0} s");

    /// <summary>A duration of so many seconds; what no run lasts, such as a negative one or one of centuries, is none.</summary>
    public static TimeSpan Seconds(double seconds) => seconds is >= 0 and < 1e9 ? TimeSpan.FromSeconds(seconds) : TimeSpan.Zero;

    /// <summary>One line that ends as a sentence does.</summary>
    public static string Sentence(string text)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length == 0 || line[^1] is '.' or '!' or '?' ? line : line.TrimEnd(':') + ".";
    }
}
