using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure;

/// <param name="Type">The resource type in Terraform's words: <c>aws_s3_bucket</c>.</param>
/// <param name="Name">The resource's name or id.</param>
/// <param name="Action">What happens to it.</param>
public sealed record ResourceChange(string Type, string Name, ResourceAction Action);

[JsonConverter(typeof(JsonStringEnumConverter<ResourceAction>))]
public enum ResourceAction
{
    Unchanged,
    Create,
    Update,
}
