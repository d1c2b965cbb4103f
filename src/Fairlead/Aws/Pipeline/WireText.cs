using System.Globalization;
using Amazon.Runtime;

namespace Fairlead.Aws.Pipeline;

/// <summary>Scalars as text, where a protocol has no numbers.</summary>
internal static class WireText
{
    public static string? Of(object? value) => value switch
    {
        null => null,
        ConstantClass constant => constant.Value,
        bool flag => flag ? "true" : "false",
        DateTime time => time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}
