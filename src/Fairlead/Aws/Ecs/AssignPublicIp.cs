using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Whether tasks get a public address.</summary>
[JsonConverter(typeof(ConstantJsonConverter<AssignPublicIp>))]
public sealed class AssignPublicIp : ConstantClass, IConstant<AssignPublicIp>
{
    public static readonly AssignPublicIp ENABLED = new("ENABLED");

    public static readonly AssignPublicIp DISABLED = new("DISABLED");

    public AssignPublicIp(string value)
        : base(value)
    {
    }

    public static AssignPublicIp FindValue(string value) => FindValue<AssignPublicIp>(value);

    public static implicit operator AssignPublicIp(string value) => FindValue(value);
}
