using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>What ECS wants a task to be.</summary>
[JsonConverter(typeof(ConstantJsonConverter<DesiredStatus>))]
public sealed class DesiredStatus : ConstantClass, IConstant<DesiredStatus>
{
    public static readonly DesiredStatus RUNNING = new("RUNNING");

    public static readonly DesiredStatus PENDING = new("PENDING");

    public static readonly DesiredStatus STOPPED = new("STOPPED");

    public DesiredStatus(string value)
        : base(value)
    {
    }

    public static DesiredStatus FindValue(string value) => FindValue<DesiredStatus>(value);

    public static implicit operator DesiredStatus(string value) => FindValue(value);
}
