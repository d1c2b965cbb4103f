using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ElasticLoadBalancingV2;

/// <summary>State of a target.</summary>
public sealed class TargetHealthStateEnum : ConstantClass, IConstant<TargetHealthStateEnum>
{
    public static readonly TargetHealthStateEnum Initial = new("initial");

    public static readonly TargetHealthStateEnum Healthy = new("healthy");

    public static readonly TargetHealthStateEnum Unhealthy = new("unhealthy");

    public static readonly TargetHealthStateEnum UnhealthyDraining = new("unhealthy.draining");

    public static readonly TargetHealthStateEnum Unused = new("unused");

    public static readonly TargetHealthStateEnum Draining = new("draining");

    public static readonly TargetHealthStateEnum Unavailable = new("unavailable");

    public TargetHealthStateEnum(string value)
        : base(value)
    {
    }

    public static TargetHealthStateEnum FindValue(string value) => FindValue<TargetHealthStateEnum>(value);

    public static implicit operator TargetHealthStateEnum(string value) => FindValue(value);
}
