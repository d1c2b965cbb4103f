using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>How far a deployment is.</summary>
[JsonConverter(typeof(ConstantJsonConverter<DeploymentRolloutState>))]
public sealed class DeploymentRolloutState : ConstantClass, IConstant<DeploymentRolloutState>
{
    public static readonly DeploymentRolloutState COMPLETED = new("COMPLETED");

    public static readonly DeploymentRolloutState FAILED = new("FAILED");

    public static readonly DeploymentRolloutState IN_PROGRESS = new("IN_PROGRESS");

    public DeploymentRolloutState(string value)
        : base(value)
    {
    }

    public static DeploymentRolloutState FindValue(string value) => FindValue<DeploymentRolloutState>(value);

    public static implicit operator DeploymentRolloutState(string value) => FindValue(value);
}
