using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>What tasks run on.</summary>
[JsonConverter(typeof(ConstantJsonConverter<LaunchType>))]
public sealed class LaunchType : ConstantClass, IConstant<LaunchType>
{
    public static readonly LaunchType EC2 = new("EC2");

    public static readonly LaunchType FARGATE = new("FARGATE");

    public static readonly LaunchType EXTERNAL = new("EXTERNAL");

    public static readonly LaunchType MANAGED_INSTANCES = new("MANAGED_INSTANCES");

    public LaunchType(string value)
        : base(value)
    {
    }

    public static LaunchType FindValue(string value) => FindValue<LaunchType>(value);

    public static implicit operator LaunchType(string value) => FindValue(value);
}
