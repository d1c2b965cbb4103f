using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.SimpleSystemsManagement;

/// <summary>Whether an instance answers.</summary>
[JsonConverter(typeof(ConstantJsonConverter<PingStatus>))]
public sealed class PingStatus : ConstantClass, IConstant<PingStatus>
{
    public static readonly PingStatus ConnectionLost = new("ConnectionLost");

    public static readonly PingStatus Inactive = new("Inactive");

    public static readonly PingStatus Online = new("Online");

    public PingStatus(string value)
        : base(value)
    {
    }

    public static PingStatus FindValue(string value) => FindValue<PingStatus>(value);

    public static implicit operator PingStatus(string value) => FindValue(value);
}
