using System.Text.Json.Serialization;
using Amazon.Runtime;
using Fairlead.Aws.Pipeline;

namespace Amazon.AppRunner;

/// <summary>How far an operation is.</summary>
[JsonConverter(typeof(ConstantJsonConverter<OperationStatus>))]
public sealed class OperationStatus : ConstantClass, IConstant<OperationStatus>
{
    public static readonly OperationStatus PENDING = new("PENDING");

    public static readonly OperationStatus IN_PROGRESS = new("IN_PROGRESS");

    public static readonly OperationStatus FAILED = new("FAILED");

    public static readonly OperationStatus SUCCEEDED = new("SUCCEEDED");

    public static readonly OperationStatus ROLLBACK_IN_PROGRESS = new("ROLLBACK_IN_PROGRESS");

    public static readonly OperationStatus ROLLBACK_FAILED = new("ROLLBACK_FAILED");

    public static readonly OperationStatus ROLLBACK_SUCCEEDED = new("ROLLBACK_SUCCEEDED");

    public OperationStatus(string value)
        : base(value)
    {
    }

    public static OperationStatus FindValue(string value) => FindValue<OperationStatus>(value);

    public static implicit operator OperationStatus(string value) => FindValue(value);
}
