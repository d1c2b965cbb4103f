using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Log driver of a container.</summary>
[JsonConverter(typeof(ConstantJsonConverter<LogDriver>))]
public sealed class LogDriver : ConstantClass, IConstant<LogDriver>
{
    public static readonly LogDriver Awslogs = new("awslogs");

    public static readonly LogDriver Awsfirelens = new("awsfirelens");

    public static readonly LogDriver Splunk = new("splunk");

    public LogDriver(string value)
        : base(value)
    {
    }

    public static LogDriver FindValue(string value) => FindValue<LogDriver>(value);

    public static implicit operator LogDriver(string value) => FindValue(value);
}
