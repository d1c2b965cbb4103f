using System.Text.Json;
using System.Text.Json.Nodes;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>Reads the attributes of a resource in a state. What is not there is empty, never an exception: an expectation then does not hold.</summary>
internal static class StateAttributes
{
    /// <summary>Descends by attribute names and list indexes.</summary>
    public static JsonElement At(this JsonElement element, params object[] path)
    {
        foreach (var step in path)
        {
            element = step switch
            {
                string name when element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) => value,
                int index when element.ValueKind == JsonValueKind.Array && index < element.GetArrayLength() => element[index],
                _ => default,
            };
        }

        return element;
    }

    /// <summary>The text there, or an empty one.</summary>
    public static string Text(this JsonElement element, params object[] path)
        => element.At(path) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : "";

    /// <summary>The number there, or none.</summary>
    public static decimal? Number(this JsonElement element, params object[] path)
        => element.At(path) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    /// <summary>Whether it says true there.</summary>
    public static bool Yes(this JsonElement element, params object[] path) => element.At(path).ValueKind == JsonValueKind.True;

    /// <summary>The list there, or an empty one.</summary>
    public static IReadOnlyList<JsonElement> List(this JsonElement element, params object[] path)
        => element.At(path) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : [];

    /// <summary>Whether the text there contains all of these.</summary>
    public static bool Contains(this JsonElement element, string attribute, params string[] parts)
        => parts.All(part => element.Text(attribute).Contains(part, StringComparison.Ordinal));

    /// <summary>A container of a task definition; empty when it has none of the name.</summary>
    public static JsonElement Container(this JsonElement taskDefinition, string name)
    {
        var containers = taskDefinition.Text("container_definitions");
        return containers.Length == 0 ? default : Json(containers).List().FirstOrDefault(container => container.Text("name") == name);
    }

    /// <summary>Whether two JSON texts say the same.</summary>
    public static bool SameJson(this JsonElement element, string attribute, string expected)
        => element.Text(attribute) is { Length: > 0 } text && JsonNode.DeepEquals(JsonNode.Parse(text), JsonNode.Parse(expected));

    /// <summary>Whether a rule of a security group opens this TCP port to another group and to nothing else.</summary>
    public static bool OpensToGroup(this JsonElement rule, int port)
        => rule.Text("ip_protocol") == "tcp" && rule.Number("from_port") == port && rule.Number("to_port") == port
           && rule.Text("referenced_security_group_id").Length > 0 && rule.Text("cidr_ipv4").Length == 0;

    /// <summary>Whether an alarm watches this metric with this threshold.</summary>
    public static bool Watches(this JsonElement alarm, string space, string metric, decimal threshold)
        => alarm.Text("namespace") == space && alarm.Text("metric_name") == metric && alarm.Number("threshold") == threshold
           && alarm.List("alarm_actions").Count > 0;

    /// <summary>Whether an alias record of this name leads there.</summary>
    public static bool LeadsTo(this JsonElement record, string name, string target)
        => record.Text("name") == name && record.Text("type") == "A" && record.Text("alias", 0, "name").EndsWith(target, StringComparison.Ordinal);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
