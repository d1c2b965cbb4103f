using System.Text.Json.Serialization;
using Fairlead.Aws.Pipeline;
using Amazon.AppRunner.Model;

namespace Amazon.AppRunner;

[JsonSerializable(typeof(DescribeServiceRequest))]
[JsonSerializable(typeof(DescribeServiceResponse))]
[JsonSerializable(typeof(ListOperationsRequest))]
[JsonSerializable(typeof(ListOperationsResponse))]
[JsonSerializable(typeof(UpdateServiceRequest))]
[JsonSerializable(typeof(UpdateServiceResponse))]
[JsonSerializable(typeof(SourceConfiguration))]
[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(EpochSecondsConverter)])]
internal sealed partial class AppRunnerJson : JsonSerializerContext;
