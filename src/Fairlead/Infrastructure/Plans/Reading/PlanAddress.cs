using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Fairlead.Infrastructure.Plans.Reading;

/// <summary>Addresses and attribute paths as Terraform writes them.</summary>
internal static class PlanAddress
{
    /// <summary><c>module.site["eu"].aws_s3_bucket.this[0]</c> becomes
    /// <c>module.site.aws_s3_bucket.this</c>. A key may hold brackets, dots and escaped quotes.</summary>
    public static string WithoutIndexes(string address)
    {
        if (!address.Contains('['))
        {
            return address;
        }

        var text = new StringBuilder(address.Length);
        var (depth, quoted) = (0, false);
        for (var i = 0; i < address.Length; i++)
        {
            var character = address[i];
            if (quoted)
            {
                if (character == '\\')
                {
                    i++;
                }

                quoted = character != '"';
            }
            else if (character == '"')
            {
                quoted = true;
            }
            else if (character == '[')
            {
                depth++;
            }
            else if (character == ']')
            {
                depth--;
            }
            else if (depth == 0)
            {
                text.Append(character);
            }
        }

        return text.ToString();
    }

    /// <summary><c>["root_block_device", 0, "encrypted"]</c> becomes <c>root_block_device[0].encrypted</c>.</summary>
    public static string Path(JsonElement steps)
    {
        var path = "";
        foreach (var step in steps.EnumerateArray())
        {
            path = step.ValueKind == JsonValueKind.Number
                ? string.Create(CultureInfo.InvariantCulture, $"{path}[{step.GetInt32()}]")
                : Join(path, step.GetString()!);
        }

        return path;
    }

    /// <summary>A member of what is at a path; a name that is no identifier is quoted: <c>tags["aws:created"]</c>.</summary>
    public static string Join(string path, string name)
        => name.Length == 0 || name.Any(x => !char.IsAsciiLetterOrDigit(x) && x is not ('_' or '-')) ? $"{path}[\"{name}\"]"
            : path.Length == 0 ? name
            : $"{path}.{name}";
}
