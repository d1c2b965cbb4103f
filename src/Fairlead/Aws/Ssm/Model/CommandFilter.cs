using System.Text.Json.Serialization;

namespace Amazon.SimpleSystemsManagement.Model;

/// <summary>Which commands to list.</summary>
public sealed class CommandFilter
{
    /// <summary><c>Status</c>, <c>DocumentName</c>, <c>InvokedAfter</c>…; the API writes it in lower case.</summary>
    [JsonPropertyName("key")]
    public string? Key { get; set; }

    [JsonPropertyName("value")]
    public string? Value { get; set; }
}
