namespace Fairlead.Infrastructure.Terraform.Configuration;

/// <summary>What stands between the braces of a block, or in a file: attributes as they are written, and blocks. Nothing is evaluated.</summary>
internal sealed record HclBody(IReadOnlyDictionary<string, string> Attributes, IReadOnlyList<HclBlock> Blocks)
{
    public static HclBody Empty { get; } = new(new Dictionary<string, string>(), []);
}

/// <summary><c>variable "size" { … }</c></summary>
internal sealed record HclBlock(string Type, IReadOnlyList<string> Labels, HclBody Body);
