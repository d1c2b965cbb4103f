using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Releases;

[JsonSerializable(typeof(ReleaseManifest))]
[JsonSerializable(typeof(ReleaseManifestV1))]
[JsonSerializable(typeof(ReleaseVerification))]
[JsonSerializable(typeof(ReleaseMigration))]
[JsonSerializable(typeof(ReleaseCorrection))]
[JsonSerializable(typeof(ReleasePruning))]
[JsonSerializable(typeof(CurrentRelease))]
[JsonSerializable(typeof(ReleaseIntent))]
[JsonSerializable(typeof(LockRecord))]
internal sealed partial class ReleaseJson : JsonSerializerContext
{
    public static ReleaseJson Readable { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
        RespectNullableAnnotations = true,
        Converters = { new JsonStringEnumConverter<OutcomeKind>() },
    });
}
