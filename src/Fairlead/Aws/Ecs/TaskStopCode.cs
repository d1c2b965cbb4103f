using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.ECS;

/// <summary>Why a task stopped.</summary>
[JsonConverter(typeof(ConstantJsonConverter<TaskStopCode>))]
public sealed class TaskStopCode : ConstantClass, IConstant<TaskStopCode>
{
    public static readonly TaskStopCode TaskFailedToStart = new("TaskFailedToStart");

    public static readonly TaskStopCode EssentialContainerExited = new("EssentialContainerExited");

    public static readonly TaskStopCode UserInitiated = new("UserInitiated");

    public static readonly TaskStopCode ServiceSchedulerInitiated = new("ServiceSchedulerInitiated");

    public static readonly TaskStopCode SpotInterruption = new("SpotInterruption");

    public static readonly TaskStopCode TerminationNotice = new("TerminationNotice");

    public TaskStopCode(string value)
        : base(value)
    {
    }

    public static TaskStopCode FindValue(string value) => FindValue<TaskStopCode>(value);

    public static implicit operator TaskStopCode(string value) => FindValue(value);
}
