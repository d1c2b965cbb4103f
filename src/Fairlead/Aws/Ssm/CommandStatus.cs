using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.SimpleSystemsManagement;

/// <summary>How far a command is.</summary>
[JsonConverter(typeof(ConstantJsonConverter<CommandStatus>))]
public sealed class CommandStatus : ConstantClass, IConstant<CommandStatus>
{
    public static readonly CommandStatus Cancelled = new("Cancelled");

    public static readonly CommandStatus Cancelling = new("Cancelling");

    public static readonly CommandStatus Failed = new("Failed");

    public static readonly CommandStatus InProgress = new("InProgress");

    public static readonly CommandStatus Pending = new("Pending");

    public static readonly CommandStatus Success = new("Success");

    public static readonly CommandStatus TimedOut = new("TimedOut");

    public CommandStatus(string value)
        : base(value)
    {
    }

    public static CommandStatus FindValue(string value) => FindValue<CommandStatus>(value);

    public static implicit operator CommandStatus(string value) => FindValue(value);
}
