using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure.Plans.Drift;

[JsonConverter(typeof(JsonStringEnumConverter<DriftState>))]
public enum DriftState
{
    /// <summary>The world is as the state says.</summary>
    None,

    /// <summary>Something was changed outside Terraform.</summary>
    Drifted,

    /// <summary>It could not be found out.</summary>
    Failed,
}
