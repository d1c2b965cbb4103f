using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Nuke.Common.Execution;
using Nuke.Common.Parameters;

namespace Nuke.Common.Schema;

/// <summary>
/// The JSON schema (draft 4) of a build's parameters files, in NUKE's shape: the user's parameters and a reference to those of NukeBuild.
/// Editors complete and check the files with it. Its text depends on the build alone: not on the machine, the culture or the order of members.
/// </summary>
internal static class BuildSchema
{
    // In the order in which NUKE writes them.
    private static readonly string[] Keywords =
        ["type", "description", "format", "default", "additionalProperties", "items", "enum", "oneOf", "$ref", "properties"];

    /// <param name="declared">The build's parameters.</param>
    /// <param name="targets">The names of the build's targets.</param>
    /// <param name="build">Where value providers are read.</param>
    public static string Generate(IEnumerable<ParameterDeclaration> declared, IEnumerable<string> targets, NukeBuild build)
    {
        var definitions = new JsonObject();
        var types = new SchemaTypes(definitions);
        var own = new JsonObject();
        var builtIn = new JsonObject();
        foreach (var declaration in declared.Concat(OfNukeBuild()).OrderBy(x => x.Name, StringComparer.OrdinalIgnoreCase))
        {
            if (declaration.Member.DeclaringType == typeof(NukeBuild))
            {
                builtIn[declaration.Name] = BuiltIn(declaration, types, targets);
            }
            else
            {
                own[declaration.Name] = Property(declaration, types, build);
            }
        }

        definitions[nameof(NukeBuild)] = new JsonObject { ["properties"] = builtIn };
        var schema = new JsonObject
        {
            ["$schema"] = "http://json-schema.org/draft-04/schema#",
            ["definitions"] = definitions,
            ["allOf"] = new JsonArray(
                own.Count == 0 ? new JsonObject() : new JsonObject { ["properties"] = own },
                new JsonObject { ["$ref"] = SchemaTypes.Reference(nameof(NukeBuild)) }),
        };
        return Text(schema) + "\n";
    }

    /// <summary>The parameters that NukeBuild declares.</summary>
    internal static IEnumerable<ParameterDeclaration> OfNukeBuild()
        => typeof(NukeBuild)
            .GetProperties(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.DeclaredOnly)
            .Select(x => (Member: x, Attribute: x.GetCustomAttribute<ParameterAttribute>()))
            .SelectMany(x => x.Attribute is { } attribute ? new[] { ParameterDeclaration.Of(x.Member, attribute) } : []);

    private static JsonObject BuiltIn(ParameterDeclaration declaration, SchemaTypes types, IEnumerable<string> targets) => declaration.Name switch
    {
        "Host" => Described(types.Names("Host", Host.Names), declaration),
        "Target" or "Skip" => Described(SchemaTypes.ArrayOf(types.Names(nameof(ExecutableTarget), targets)), declaration),
        "Partition" or "Root" => Described(SchemaTypes.Of("string"), declaration),
        _ => Described(types.Of(declaration.Type), declaration),
    };

    private static JsonObject Property(ParameterDeclaration declaration, SchemaTypes types, NukeBuild build)
    {
        var type = declaration.Type;
        var element = ValueConverter.ElementType(type);
        var scalar = Nullable.GetUnderlyingType(element ?? type) ?? element ?? type;
        var schema = declaration.IsPlain ? types.Of(type) : SchemaTypes.Of("string");
        if (!scalar.IsEnum && ValueSets.Of(declaration.Member, declaration.Attribute, build) is { } values)
        {
            var listed = SchemaTypes.Of("string");
            listed["enum"] = SchemaTypes.Texts(values.Select(x => x.Text));
            schema = element is null ? listed : SchemaTypes.ArrayOf(listed);
        }

        if (declaration.IsSecret)
        {
            schema["default"] = "Enter secrets with `./build.sh :secrets [profile]`";
        }

        return Described(schema, declaration);
    }

    private static JsonObject Described(JsonObject schema, ParameterDeclaration declaration)
    {
        if (declaration.Attribute.Description is { Length: > 0 } description)
        {
            schema["description"] = description.TrimEnd('.');
        }

        var ordered = new JsonObject();
        foreach (var (key, value) in schema.OrderBy(x => Array.IndexOf(Keywords, x.Key)))
        {
            ordered[key] = value?.DeepClone();
        }

        return ordered;
    }

    private static string Text(JsonObject schema)
    {
        using var stream = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var writer = new Utf8JsonWriter(stream, options))
        {
            schema.WriteTo(writer);
        }

        return System.Text.Encoding.UTF8.GetString(stream.ToArray());
    }
}
