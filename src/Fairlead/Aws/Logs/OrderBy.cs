using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.CloudWatchLogs;

/// <summary>Order of streams.</summary>
[JsonConverter(typeof(ConstantJsonConverter<OrderBy>))]
public sealed class OrderBy : ConstantClass, IConstant<OrderBy>
{
    public static readonly OrderBy LogStreamName = new("LogStreamName");

    public static readonly OrderBy LastEventTime = new("LastEventTime");

    public OrderBy(string value)
        : base(value)
    {
    }

    public static OrderBy FindValue(string value) => FindValue<OrderBy>(value);

    public static implicit operator OrderBy(string value) => FindValue(value);
}
