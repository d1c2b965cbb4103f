using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Ecs.Rules;

/// <summary>A RegisterTaskDefinition request, as the rules look at it.</summary>
internal sealed partial record Registration(JsonObject Request)
{
    public IReadOnlyList<JsonObject> Containers { get; } = [.. Request.Structures("containerDefinitions")];

    public IReadOnlyList<JsonObject> Volumes { get; } = [.. Request.Structures("volumes")];

    public IReadOnlyList<string> RequiredCompatibilities { get; } = Request.Texts("requiresCompatibilities");

    public string? NetworkMode => Request.Text("networkMode");

    /// <summary>The containers share one network, and a port is the same inside and outside.</summary>
    public bool SharesNetwork => NetworkMode is "awsvpc" or "host";

    public bool HasExecutionRole => Request.Text("executionRoleArn") is { Length: > 0 };

    /// <summary>CPU units of the whole task; null when it does not say, or not in a way that can be read.</summary>
    public int? Cpu => Units(Request.Text("cpu"), "vcpu");

    /// <summary>MiB of the whole task; null when it does not say, or not in a way that can be read.</summary>
    public int? Memory => Units(Request.Text("memory"), "gb");

    /// <summary><c>256</c> or <c>.25 vCPU</c>; <c>1024</c> or <c>1 GB</c>
    /// (https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html).</summary>
    private static int? Units(string? text, string unit)
    {
        if (text is null || Size().Match(text) is not { Success: true } match)
        {
            return null;
        }

        if (match.Groups["unit"].Value is { Length: > 0 } given)
        {
            return given.Equals(unit, StringComparison.OrdinalIgnoreCase)
                   && decimal.TryParse(match.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var large)
                   && large * 1024 is var units && units == decimal.Truncate(units) && units <= int.MaxValue
                ? (int)units
                : null;
        }

        return int.TryParse(match.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    [GeneratedRegex(@"^(?<number>\d{0,7}(\.\d{1,4})?) ?(?<unit>vcpu|gb)?$", RegexOptions.IgnoreCase)]
    private static partial Regex Size();
}
