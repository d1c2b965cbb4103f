using System.Collections;
using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Nuke.Common.Parameters;

namespace Nuke.Common.Schema;

/// <summary>Schemas of types. Enums and types with members become definitions, others stand where they are used.</summary>
internal sealed class SchemaTypes(JsonObject definitions)
{
    private const BindingFlags Members = BindingFlags.Instance | BindingFlags.Public;

    private readonly Dictionary<Type, string> _names = [];

    public static string Reference(string definition) => $"#/definitions/{definition}";

    public static JsonObject Of(string type, string? format = null)
    {
        var schema = new JsonObject { ["type"] = type };
        if (format is not null)
        {
            schema["format"] = format;
        }

        return schema;
    }

    public static JsonObject ArrayOf(JsonObject items) => new() { ["type"] = "array", ["items"] = items };

    public static JsonArray Texts(IEnumerable<string> values) => [.. values.Select(x => JsonValue.Create(x))];

    /// <summary>A reference to a definition that lists names in alphabetical order.</summary>
    public JsonObject Names(string definition, IEnumerable<string> names)
    {
        if (!definitions.ContainsKey(definition))
        {
            var schema = Of("string");
            if (names.Order(StringComparer.OrdinalIgnoreCase).ToList() is { Count: > 0 } values)
            {
                schema["enum"] = Texts(values);
            }

            definitions[definition] = schema;
        }

        return new JsonObject { ["$ref"] = Reference(definition) };
    }

    public JsonObject Of(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return OrNull(Of(underlying));
        }

        if (type.IsEnum)
        {
            return Defined(type, _ => new JsonObject { ["type"] = "string", ["description"] = "", ["enum"] = Texts(Enum.GetNames(type)) });
        }

        if (Simple(type) is { } simple)
        {
            return simple;
        }

        if (DictionaryValue(type) is { } value)
        {
            return new JsonObject { ["type"] = "object", ["additionalProperties"] = Of(value) };
        }

        if (ValueConverter.ElementType(type) is { } element)
        {
            return ArrayOf(Of(element));
        }

        return Defined(type, WithMembers);
    }

    private static JsonObject? Simple(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => Of("boolean"),
        TypeCode.Int32 => Of("integer", "int32"),
        TypeCode.Int64 => Of("integer", "int64"),
        TypeCode.Byte or TypeCode.SByte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.UInt32 or TypeCode.UInt64 => Of("integer"),
        TypeCode.Single => Of("number", "float"),
        TypeCode.Double => Of("number", "double"),
        TypeCode.Decimal => Of("number", "decimal"),
        TypeCode.DateTime => Of("string", "date-time"),
        TypeCode.Char or TypeCode.String => Of("string"),
        _ when type == typeof(DateTimeOffset) => Of("string", "date-time"),
        _ when type == typeof(DateOnly) => Of("string", "date"),
        _ when type == typeof(TimeOnly) => Of("string", "time"),
        _ when type == typeof(TimeSpan) => Of("string", "duration"),
        _ when type == typeof(Guid) => Of("string", "guid"),
        _ when type == typeof(Uri) => Of("string", "uri"),
        _ when type == typeof(Version) || JsonValueConverter.IsText(type) => Of("string"),
        _ when type == typeof(object) => [],
        _ => null,
    };

    private static Type? DictionaryValue(Type type)
        => type.GetInterfaces().Append(type)
            .Where(x => x.IsGenericType)
            .FirstOrDefault(x => x.GetGenericTypeDefinition() == typeof(IDictionary<,>) || x.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
            ?.GetGenericArguments()[1]
        ?? (typeof(IDictionary).IsAssignableFrom(type) ? typeof(object) : null);

    private static JsonObject OrNull(JsonObject schema)
    {
        if (schema["type"] is not JsonValue type)
        {
            return schema.Count == 0 ? schema : new JsonObject { ["oneOf"] = new JsonArray(Of("null"), schema) };
        }

        schema["type"] = Texts(new[] { type.GetValue<string>(), "null" }.Order(StringComparer.Ordinal));
        return schema;
    }

    // The name is taken before the members are looked at: a type can contain itself.
    private JsonObject Defined(Type type, Func<Type, JsonObject> define)
    {
        if (!_names.TryGetValue(type, out var name))
        {
            name = type.Name.Split('`')[0];
            for (var number = 2; definitions.ContainsKey(name); number++)
            {
                name = $"{type.Name.Split('`')[0]}{number}";
            }

            _names[type] = name;
            definitions[name] = new JsonObject();
            definitions[name] = define(type);
        }

        return new JsonObject { ["$ref"] = Reference(name) };
    }

    private JsonObject WithMembers(Type type)
    {
        var properties = new JsonObject();
        var members = type.GetFields(Members).Cast<MemberInfo>()
            .Concat(type.GetProperties(Members).Where(x => x.CanRead && x.GetIndexParameters().Length == 0))
            .Where(x => !x.IsDefined(typeof(JsonIgnoreAttribute)));
        foreach (var member in members)
        {
            var memberType = ParameterDeclaration.TypeOf(member);
            var schema = Of(memberType);
            properties[member.GetCustomAttribute<JsonPropertyNameAttribute>()?.Name ?? member.Name] = memberType.IsValueType ? schema : OrNull(schema);
        }

        return new JsonObject { ["type"] = "object", ["properties"] = properties };
    }
}
