using System.ComponentModel;

namespace Nuke.Common.CI;

/// <summary>One shard of a run that CI splits: part 1 of 3, and so on.</summary>
[TypeConverter(typeof(PartitionConverter))]
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
}
