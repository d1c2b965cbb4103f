using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Whether a revision can be used.</summary>
[JsonConverter(typeof(ConstantJsonConverter<TaskDefinitionStatus>))]
public sealed class TaskDefinitionStatus : ConstantClass, IConstant<TaskDefinitionStatus>
{
    public static readonly TaskDefinitionStatus ACTIVE = new("ACTIVE");

    public static readonly TaskDefinitionStatus INACTIVE = new("INACTIVE");

    public static readonly TaskDefinitionStatus DELETE_IN_PROGRESS = new("DELETE_IN_PROGRESS");

    public TaskDefinitionStatus(string value)
        : base(value)
    {
    }

    public static TaskDefinitionStatus FindValue(string value) => FindValue<TaskDefinitionStatus>(value);

    public static implicit operator TaskDefinitionStatus(string value) => FindValue(value);
}
