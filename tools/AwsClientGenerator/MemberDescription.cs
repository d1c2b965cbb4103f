using System.Text.Json;
using System.Text.Json.Serialization;

namespace AwsClientGenerator;

/// <summary>A member of a request, an answer or a structure. In JSON its type alone, or an object when there is more to say.</summary>
/// <param name="Type"><c>string</c>, <c>integer</c>, <c>list&lt;Tag&gt;</c>… (<see cref="MemberType"/>).</param>
/// <param name="About">What its name does not say.</param>
/// <param name="In">REST: <c>path</c>, <c>query</c>, <c>header</c> or <c>body</c> when it is the whole document.</param>
/// <param name="Name">Its name on the wire, where that is not the member's.</param>
/// <param name="Item">XML: the name of a list's elements, where that is not <c>member</c>.</param>
[JsonConverter(typeof(Converter))]
internal sealed record MemberDescription(string Type, string? About = null, string? In = null, string? Name = null, string? Item = null)
{
    public MemberType Shape { get; } = MemberType.Parse(Type);

    private sealed class Converter : JsonConverter<MemberDescription>
    {
        public override MemberDescription Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            var element = document.RootElement;
            if (element.ValueKind == JsonValueKind.String)
            {
                return new MemberDescription(element.GetString()!);
            }

            string? Text(string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;
            var known = (string[])["type", "about", "in", "name", "item"];
            return element.ValueKind != JsonValueKind.Object ? throw new JsonException("A member has no type.")
                : element.EnumerateObject().FirstOrDefault(x => !known.Contains(x.Name)) is { Value.ValueKind: not JsonValueKind.Undefined } other ? throw new JsonException($"A member has no '{other.Name}'.")
                : new MemberDescription(Text("type") ?? throw new JsonException("A member has no type."), Text("about"), Text("in"), Text("name"), Text("item"));
        }

        public override void Write(Utf8JsonWriter writer, MemberDescription value, JsonSerializerOptions options) => throw new NotSupportedException();
    }
}
