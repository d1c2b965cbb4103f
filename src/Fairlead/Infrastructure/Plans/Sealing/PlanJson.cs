using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Infrastructure.Plans.Sealing;

[JsonSerializable(typeof(PlanBinding))]
[JsonSerializable(typeof(PlanArtifactHeader))]
internal sealed partial class PlanJson : JsonSerializerContext
{
    public static PlanJson Compact { get; } = new(Settings(indented: false));

    public static PlanJson Readable { get; } = new(Settings(indented: true));

    private static JsonSerializerOptions Settings(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        WriteIndented = indented,
        NewLine = "\n",
    };
}
