using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.AppRunner;

/// <summary>State of a service.</summary>
[JsonConverter(typeof(ConstantJsonConverter<ServiceStatus>))]
public sealed class ServiceStatus : ConstantClass, IConstant<ServiceStatus>
{
    public static readonly ServiceStatus CREATE_FAILED = new("CREATE_FAILED");

    public static readonly ServiceStatus DELETE_FAILED = new("DELETE_FAILED");

    public static readonly ServiceStatus DELETED = new("DELETED");

    public static readonly ServiceStatus OPERATION_IN_PROGRESS = new("OPERATION_IN_PROGRESS");

    public static readonly ServiceStatus PAUSED = new("PAUSED");

    public static readonly ServiceStatus RUNNING = new("RUNNING");

    public ServiceStatus(string value)
        : base(value)
    {
    }

    public static ServiceStatus FindValue(string value) => FindValue<ServiceStatus>(value);

    public static implicit operator ServiceStatus(string value) => FindValue(value);
}
