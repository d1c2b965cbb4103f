using System.Globalization;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>A version as terraform and tofu have them: three numbers, and a pre-release such as
/// <c>rc1</c>. Ordered as https://semver.org/#spec-item-11 says.</summary>
public sealed record TerraformVersion(int Major, int Minor, int Patch, string Prerelease = "") : IComparable<TerraformVersion>
{
    /// <summary>Reads <c>1.11.4</c>, <c>v1.11.4</c>, <c>1.11</c> or <c>1.12.0-rc1</c>; what is not
    /// there is 0. Build metadata after <c>+</c> is dropped.</summary>
    public static bool TryParse(string? text, out TerraformVersion version)
    {
        version = new TerraformVersion(0, 0, 0);
        var (core, prerelease) = Split((text ?? "").Trim());
        var parts = core.Split('.');
        if (parts.Length > 3)
        {
            return false;
        }

        Span<int> numbers = stackalloc int[3];
        for (var i = 0; i < parts.Length; i++)
        {
            if (!int.TryParse(parts[i], NumberStyles.None, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return false;
            }
        }

        // https://semver.org/#spec-item-9
        if (!prerelease.All(x => char.IsAsciiLetterOrDigit(x) || x is '.' or '-'))
        {
            return false;
        }

        version = new TerraformVersion(numbers[0], numbers[1], numbers[2], prerelease);
        return true;
    }

    /// <exception cref="FormatException">The text is not a version.</exception>
    public static TerraformVersion Parse(string text) => TryParse(text, out var version) ? version : throw new FormatException($"'{text}' is not a version.");

    public int CompareTo(TerraformVersion? other)
    {
        if (other is null)
        {
            return 1;
        }

        var numbers = (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));
        return numbers != 0 ? numbers
            : Prerelease.Length == 0 || other.Prerelease.Length == 0 ? (Prerelease.Length == 0).CompareTo(other.Prerelease.Length == 0)
            : ComparePrerelease(Prerelease.Split('.'), other.Prerelease.Split('.'));
    }

    public override string ToString() => Prerelease.Length == 0 ? $"{Major}.{Minor}.{Patch}" : $"{Major}.{Minor}.{Patch}-{Prerelease}";

    private static (string Core, string Prerelease) Split(string text)
    {
        text = text.StartsWith('v') ? text[1..] : text;
        text = text.Split('+')[0];
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (text, "") : (text[..dash], text[(dash + 1)..]);
    }

    private static int ComparePrerelease(string[] left, string[] right)
    {
        for (var i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            var leftIsNumber = int.TryParse(left[i], NumberStyles.None, CultureInfo.InvariantCulture, out var leftNumber);
            var rightIsNumber = int.TryParse(right[i], NumberStyles.None, CultureInfo.InvariantCulture, out var rightNumber);
            var order = (leftIsNumber, rightIsNumber) switch
            {
                (true, true) => leftNumber.CompareTo(rightNumber),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(left[i], right[i]),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
