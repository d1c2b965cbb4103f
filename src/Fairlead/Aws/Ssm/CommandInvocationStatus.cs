using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.SimpleSystemsManagement;

/// <summary>How far a command is on one instance.</summary>
[JsonConverter(typeof(ConstantJsonConverter<CommandInvocationStatus>))]
public sealed class CommandInvocationStatus : ConstantClass, IConstant<CommandInvocationStatus>
{
    public static readonly CommandInvocationStatus Cancelled = new("Cancelled");

    public static readonly CommandInvocationStatus Cancelling = new("Cancelling");

    public static readonly CommandInvocationStatus Delayed = new("Delayed");

    public static readonly CommandInvocationStatus Failed = new("Failed");

    public static readonly CommandInvocationStatus InProgress = new("InProgress");

    public static readonly CommandInvocationStatus Pending = new("Pending");

    public static readonly CommandInvocationStatus Success = new("Success");

    public static readonly CommandInvocationStatus TimedOut = new("TimedOut");

    public CommandInvocationStatus(string value)
        : base(value)
    {
    }

    public static CommandInvocationStatus FindValue(string value) => FindValue<CommandInvocationStatus>(value);

    public static implicit operator CommandInvocationStatus(string value) => FindValue(value);
}
