using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure.Plans.Policies;

[JsonConverter(typeof(JsonStringEnumConverter<PolicySeverity>))]
public enum PolicySeverity
{
    /// <summary>Good to know.</summary>
    Info,

    /// <summary>Should be corrected.</summary>
    Warning,

    /// <summary>The plan is not applied with it, unless it is waived.</summary>
    Error,
}
