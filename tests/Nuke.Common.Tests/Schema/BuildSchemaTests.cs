using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Nodes;
using Nuke.Common.IO;
using Nuke.Common.Parameters;
using Nuke.Common.Schema;
using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Schema;

public sealed class BuildSchemaTests
{
    private enum Color
    {
        Red,
        Green,
    }

    private sealed class Size : Enumeration
    {
        public static readonly Size Small = new() { Value = nameof(Small) };
        public static readonly Size Large = new() { Value = nameof(Large) };
    }

    [TypeConverter(typeof(Converter))]
    private sealed record Tag(string Text)
    {
        private sealed class Converter : TypeConverter
        {
            public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) => sourceType == typeof(string);

            public override object ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) => new Tag((string)value);
        }
    }

    private sealed class Place
    {
        public string? Region;
        public int Port { get; set; }
        public AbsolutePath[]? Paths;
        public Place? Fallback;
        public bool? Public;
    }

    [ParameterPrefix("Mail")]
    private interface IMail : INukeBuild
    {
        [Parameter("The server.")] string Server => TryGetValue(() => Server);

        Target Send => _ => _;
    }

    private sealed class Finder : ParameterAttribute;

    private sealed class Everything : NukeBuild, IMail
    {
        [Parameter] readonly string? Text;
        [Parameter("A key.")][Secret] readonly string? Key;
        [Parameter] readonly bool Flag;
        [Parameter] readonly bool? MaybeFlag;
        [Parameter] readonly int? Limit;
        [Parameter] readonly long[]? Numbers;
        [Parameter] readonly decimal Price;
        [Parameter] readonly DateTime Day;
        [Parameter] readonly Color Color;
        [Parameter] readonly Color? MaybeColor;
        [Parameter] readonly Color[]? Colors;
        [Parameter] readonly Size[]? Sizes;
        [Parameter] readonly Tag? Tag;
        [Parameter] readonly Place? Place;
        [Parameter] readonly Place[]? Places;
        [Parameter] readonly Dictionary<string, int>? Counts;
        [Parameter(ValueProviderMember = nameof(Zones))] readonly string? Zone;
        [Finder] readonly Place? Found;
        static IEnumerable<string> Zones => ["us", "eu"];

        Target Publish => _ => _;
    }

    private sealed class Nothing : NukeBuild;

    private static JsonNode Schema<T>()
        where T : NukeBuild, new()
    {
        var problems = new List<string>();
        var declared = ParameterDeclarations.Of(typeof(T), problems);
        problems.ShouldBeEmpty();
        return JsonNode.Parse(BuildSchema.Generate(declared, ["Send", "Publish"], new T()))!;
    }

    [Fact]
    public void Parameters_have_the_shape_that_NUKE_gives_them()
    {
        var own = Schema<Everything>()["allOf"]![0]!["properties"]!.AsObject();
        string.Join('\n', own.Select(x => $"{x.Key} {x.Value?.ToJsonString()}")).ShouldBe("""
            Color {"$ref":"#/definitions/Color"}
            Colors {"type":"array","items":{"$ref":"#/definitions/Color"}}
            Counts {"type":"object","additionalProperties":{"type":"integer","format":"int32"}}
            Day {"type":"string","format":"date-time"}
            Flag {"type":"boolean"}
            Found {"type":"string"}
            Key {"type":"string","description":"A key","default":"Enter secrets with \u0060./build.sh :secrets [profile]\u0060"}
            Limit {"type":["integer","null"],"format":"int32"}
            MailServer {"type":"string","description":"The server"}
            MaybeColor {"oneOf":[{"type":"null"},{"$ref":"#/definitions/Color"}]}
            MaybeFlag {"type":["boolean","null"]}
            Numbers {"type":"array","items":{"type":"integer","format":"int64"}}
            Place {"$ref":"#/definitions/Place"}
            Places {"type":"array","items":{"$ref":"#/definitions/Place"}}
            Price {"type":"number","format":"decimal"}
            Sizes {"type":"array","items":{"type":"string","enum":["Large","Small"]}}
            Tag {"type":"string"}
            Text {"type":"string"}
            Zone {"type":"string","enum":["eu","us"]}
            """);
    }

    [Fact]
    public void Definitions_come_in_the_order_of_their_use_and_end_with_NukeBuild()
    {
        var schema = Schema<Everything>();
        var definitions = schema["definitions"]!.AsObject();
        definitions.Select(x => x.Key).ShouldBe(["Color", "Host", "Place", "ExecutableTarget", "Verbosity", "NukeBuild"]);
        definitions["Color"]!.ToJsonString().ShouldBe("""{"type":"string","description":"","enum":["Red","Green"]}""");
        definitions["ExecutableTarget"]!.ToJsonString().ShouldBe("""{"type":"string","enum":["Publish","Send"]}""");
        definitions["Place"]!.ToJsonString().ShouldBe(
            """{"type":"object","properties":{"Region":{"type":["null","string"]},"Paths":{"type":["array","null"],"items":{"type":"string"}},"Fallback":"""
            + """{"oneOf":[{"type":"null"},{"$ref":"#/definitions/Place"}]},"Public":{"type":["boolean","null"]}"""
                + ""","Port":{"type":"integer","format":"int32"}}}""");
        var builtIn = definitions["NukeBuild"]!["properties"]!.AsObject();
        builtIn.Select(x => x.Key).ShouldBe(["Continue", "Help", "Host", "NoLogo", "Partition", "Plan", "Profile", "Root", "Skip", "Target", "Verbosity"]);
        builtIn["Skip"]!["items"]!["$ref"]!.GetValue<string>().ShouldBe("#/definitions/ExecutableTarget");
        builtIn["Verbosity"]!["$ref"]!.GetValue<string>().ShouldBe("#/definitions/Verbosity");
        builtIn["Host"]!["$ref"]!.GetValue<string>().ShouldBe("#/definitions/Host");
        builtIn["Root"]!["type"]!.GetValue<string>().ShouldBe("string");
        schema["allOf"]![1]!["$ref"]!.GetValue<string>().ShouldBe("#/definitions/NukeBuild");
        schema["$schema"]!.GetValue<string>().ShouldBe("http://json-schema.org/draft-04/schema#");
    }

    [Fact]
    public void A_build_without_parameters_has_an_empty_first_part() => Schema<Nothing>()["allOf"]![0]!.AsObject().ShouldBeEmpty();

    [Fact]
    public void The_engine_knows_the_names_that_NukeBuild_declares()
        => BuildSchema.OfNukeBuild().Select(x => x.Name).Order().ShouldBe(ParameterDeclarations.BuiltIn);
}
