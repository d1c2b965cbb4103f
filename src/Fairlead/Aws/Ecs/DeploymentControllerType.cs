using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Who carries out deployments.</summary>
[JsonConverter(typeof(ConstantJsonConverter<DeploymentControllerType>))]
public sealed class DeploymentControllerType : ConstantClass, IConstant<DeploymentControllerType>
{
    public static readonly DeploymentControllerType ECS = new("ECS");

    public static readonly DeploymentControllerType CODE_DEPLOY = new("CODE_DEPLOY");

    public static readonly DeploymentControllerType EXTERNAL = new("EXTERNAL");

    public DeploymentControllerType(string value)
        : base(value)
    {
    }

    public static DeploymentControllerType FindValue(string value) => FindValue<DeploymentControllerType>(value);

    public static implicit operator DeploymentControllerType(string value) => FindValue(value);
}
