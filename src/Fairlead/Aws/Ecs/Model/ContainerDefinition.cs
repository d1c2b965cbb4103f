using System.Text.Json.Serialization;
using System.Text.Json;

namespace Amazon.ECS.Model;

/// <summary>One container of a task definition.</summary>
public sealed class ContainerDefinition
{
    public string? Name { get; set; }

    public string? Image { get; set; }

    /// <summary>CPU units, 1024 to a core.</summary>
    public int? Cpu { get; set; }

    /// <summary>Hard limit, in MiB.</summary>
    public int? Memory { get; set; }

    /// <summary>Soft limit, in MiB.</summary>
    public int? MemoryReservation { get; set; }

    public bool? Essential { get; set; }

    public List<string>? EntryPoint { get; set; }

    public List<string>? Command { get; set; }

    public List<KeyValuePair>? Environment { get; set; }

    public LogConfiguration? LogConfiguration { get; set; }

    /// <summary>Members that this code does not model, kept so that describing and registering again loses nothing.</summary>
    [JsonInclude]
    [JsonExtensionData]
    internal Dictionary<string, JsonElement>? Unmodelled { get; set; }
}
