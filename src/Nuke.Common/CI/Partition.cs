using System.ComponentModel;
using System.Globalization;

namespace Nuke.Common.CI;

/// <summary>One shard of a run that CI splits: part 1 of 3, and so on.</summary>
[TypeConverter(typeof(TypeConverter))]
public class Partition
{
    public static Partition Single { get; } = new() { Part = 1, Total = 1 };

    /// <summary>Counted from 1.</summary>
    public int Part { get; set; }

    public int Total { get; set; }

    /// <summary>Whether this shard does what belongs to a part; one that is not split does everything.</summary>
    public bool IsIn(int part) => Total == 1 || Part == part;

    /// <summary>This shard's share: every Total-th element, starting with the Part-th.</summary>
    public IEnumerable<T> GetCurrent<T>(IEnumerable<T> enumerable) => enumerable.Where((_, i) => i % Total == Part - 1);

    public override string ToString() => $"{Part}/{Total}";

    /// <summary>Reads part/total, with 1 ≤ part ≤ total.</summary>
    public class TypeConverter : System.ComponentModel.TypeConverter
    {
        public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType)
            => sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

        public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value)
            => value is string text ? Parse(text) : base.ConvertFrom(context, culture, value);
    }

    /// <exception cref="FormatException">It is not part/total with 1 ≤ part ≤ total.</exception>
    internal static Partition Parse(string text)
        => text.Split('/') is [var part, var total]
        && int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var p)
        && int.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var t)
        && p >= 1 && p <= t
            ? new Partition { Part = p, Total = t }
            : throw new FormatException("Expected part/total with 1 ≤ part ≤ total, such as 2/3.");
}
