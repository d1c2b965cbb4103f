using System.Globalization;

namespace Fairlead.Node;

/// <summary>A Node.js release: three numbers. Pre-release builds are not releases and do not parse.</summary>
public readonly record struct NodeVersion(int Major, int Minor, int Patch) : IComparable<NodeVersion>
{
    /// <summary>Reads <c>v20.19.0</c> or <c>20.19.0</c>.</summary>
    public static bool TryParse(string? text, out NodeVersion version)
    {
        version = default;
        var parts = (text ?? "").Trim().TrimStart('v').Split('.');
        if (parts.Length != 3)
        {
            return false;
        }

        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < 3; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        version = new NodeVersion(numbers[0], numbers[1], numbers[2]);
        return true;
    }

    public int CompareTo(NodeVersion other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => $"{Major}.{Minor}.{Patch}";
}
