using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>Reads part/total.</summary>
internal sealed class PartitionConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext context, Type sourceType) => sourceType == typeof(string);

    /// <exception cref="FormatException">Not part/total with 1 ≤ part ≤ total.</exception>
    public override object ConvertFrom(ITypeDescriptorContext context, CultureInfo culture, object value) => Parse((string)value);

    public static Partition Parse(string text) =>
        text.Split('/') is [var part, var total]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var p)
        && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && p >= 1 && p <= t
            ? new Partition { Part = p, Total = t }
            : throw new FormatException("Expected part/total with 1 ≤ part ≤ total, such as 2/3.");
}
