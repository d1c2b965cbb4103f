using System.Text.Json.Serialization;
using Fairlead.Aws.Pipeline;
using Amazon.SimpleSystemsManagement.Model;

namespace Amazon.SimpleSystemsManagement;

[JsonSerializable(typeof(DescribeInstanceInformationRequest))]
[JsonSerializable(typeof(DescribeInstanceInformationResponse))]
[JsonSerializable(typeof(GetCommandInvocationRequest))]
[JsonSerializable(typeof(GetCommandInvocationResponse))]
[JsonSerializable(typeof(ListCommandInvocationsRequest))]
[JsonSerializable(typeof(ListCommandInvocationsResponse))]
[JsonSerializable(typeof(ListCommandsRequest))]
[JsonSerializable(typeof(ListCommandsResponse))]
[JsonSerializable(typeof(SendCommandRequest))]
[JsonSerializable(typeof(SendCommandResponse))]
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter)])]
internal sealed partial class SsmJson : JsonSerializerContext;
