using System.Text.Json;
using System.Text.Json.Nodes;

namespace AwsClientGenerator;

/// <summary>
/// Fills a description in from the vendor's model. What a person writes are names: an operation, a member, an error.
/// What they are is the model's: types, places, codes, values.
/// An operation or a type without members gets all of them; take out what is not used and update again, and types that nothing refers to go, too.
/// </summary>
internal sealed class ModelImport
{
    private readonly string _file;
    private readonly JsonObject _old;
    private readonly VendorModel _model;
    private readonly Action<string> _log;
    private readonly string _protocol;
    private readonly SortedDictionary<string, JsonObject> _types = new(StringComparer.Ordinal);
    private readonly Queue<string> _waiting = new();
    private string? _xmlNamespace;

    private ModelImport(string file, JsonObject old, VendorModel model, Action<string> log)
    {
        (_file, _old, _model, _log) = (file, old, model, log);
        _xmlNamespace = Text(model.Metadata, "xmlNamespace");
        // A service may speak several; the first that is written here.
        string[] protocols = [.. model.Metadata["protocols"]?.AsArray().Select(x => (string)x!) ?? [], Text(model.Metadata, "protocol")!];
        var protocol = protocols.FirstOrDefault(x => x is "json" or "query" or "rest-xml") ?? protocols[0];
        _protocol = protocol == "json" ? $"json-{Text(model.Metadata, "jsonVersion")}" : protocol;
    }

    private bool IsJson => _protocol.StartsWith("json-", StringComparison.Ordinal);

    /// <summary>The description as it should be.</summary>
    /// <exception cref="GeneratorException">The model does not know a name, or knows it as something that is not written.</exception>
    public static string Update(string file, string models, Action<string> log)
    {
        JsonObject old;
        try
        {
            old = JsonNode.Parse(File.ReadAllText(file))!.AsObject();
        }
        catch (JsonException exception)
        {
            throw new GeneratorException($"{file} is not JSON: {exception.Message}");
        }

        var model = Text(old, "model") ?? throw new GeneratorException($"{file} does not name its model (\"model\": \"ecs/2014-11-13\").");
        return Update(file, old, VendorModel.Read(models, model), log);
    }

    /// <inheritdoc cref="Update(string, string, Action{string})"/>
    public static string Update(string file, JsonObject old, VendorModel model, Action<string> log)
        => DescriptionText.Of(new ModelImport(file, old, model, log).Update());

    private JsonObject Update()
    {
        var operations = new JsonObject();
        foreach (var (name, operation) in Members(_old, "operations") ?? [])
        {
            operations[name] = Operation(name, operation as JsonObject ?? []);
        }

        var errors = new JsonObject();
        foreach (var (name, _) in Members(_old, "errors") ?? [])
        {
            errors[name] = Text(_model.Shape(name)["error"], "code") ?? name;
        }

        while (_waiting.TryDequeue(out var name))
        {
            if (!_types.ContainsKey(name))
            {
                _types[name] = [];
                _types[name] = Type(name, Members(_old, "types")?[name] as JsonObject ?? []);
            }
        }

        var types = new JsonObject();
        foreach (var (name, type) in _types)
        {
            types[name] = type;
        }

        var updated = new JsonObject();
        foreach (var name in (string[])["namespace", "client", "title", "model"])
        {
            updated[name] = Text(_old, name);
        }

        updated["facts"] = Facts();
        if (_old["keepsUnknownMembers"] is { } kept)
        {
            updated["keepsUnknownMembers"] = kept.DeepClone();
        }

        if (errors.Count > 0)
        {
            updated["errors"] = errors;
        }

        updated["operations"] = operations;
        updated["types"] = types;
        return updated;
    }

    private JsonObject Facts()
    {
        var metadata = _model.Metadata;
        var facts = new JsonObject
        {
            ["id"] = Text(metadata, "serviceId"),
            ["signingName"] = Text(metadata, "signingName") ?? Text(metadata, "endpointPrefix"),
            ["endpointPrefix"] = Text(metadata, "endpointPrefix"),
            ["apiVersion"] = Text(metadata, "apiVersion"),
            ["protocol"] = _protocol,
        };
        if (IsJson)
        {
            facts["targetPrefix"] = Text(metadata, "targetPrefix");
        }

        if (_protocol == "rest-xml")
        {
            facts["xmlNamespace"] = _xmlNamespace;
        }

        if (metadata["globalEndpoint"] is not null)
        {
            facts["isGlobal"] = true;
        }

        return facts;
    }

    private JsonObject Operation(string name, JsonObject old)
    {
        var operation = _model.Operation(name);
        var updated = new JsonObject();
        if (Text(old, "about") is { } about)
        {
            updated["about"] = about;
        }

        if (_protocol == "rest-xml")
        {
            updated["method"] = Text(operation["http"], "method");
            updated["path"] = Text(operation["http"], "requestUri");
            _xmlNamespace ??= Text(operation["input"]?["xmlNamespace"], "uri");
            if (Text(operation["input"], "locationName") is { } root)
            {
                updated["root"] = root;
            }
        }

        updated["request"] = MembersOf($"{name}Request", Text(operation["input"], "shape"), old["request"] as JsonObject, isAnswer: false);
        updated["response"] = MembersOf($"{name}Response", Text(operation["output"], "shape"), old["response"] as JsonObject, isAnswer: true);
        return updated;
    }

    private JsonObject Type(string name, JsonObject old)
    {
        var updated = new JsonObject();
        if (Text(old, "about") is { } about)
        {
            updated["about"] = about;
        }

        var shape = _model.Shape(name);
        if (Text(shape, "type") == "structure")
        {
            updated["members"] = MembersOf(name, name, old["members"] as JsonObject, isAnswer: false);
        }
        else
        {
            updated["values"] = shape["enum"]!.DeepClone();
        }

        return updated;
    }

    private JsonObject MembersOf(string owner, string? shapeName, JsonObject? old, bool isAnswer)
    {
        var updated = new JsonObject();
        if (shapeName is null)
        {
            return updated;
        }

        var shape = _model.Shape(shapeName);
        var members = shape["members"]!.AsObject();
        foreach (var name in (old ?? members).Select(x => x.Key))
        {
            var member = members[name] ?? throw new GeneratorException(
                $"{_file}: the model's {shapeName} has no member '{name}', which {owner} names. Take it out, or correct its name.");
            if (Member(name, member, old?[name], Text(shape, "payload") == name, isAnswer) is { } found)
            {
                updated[name] = found;
            }
            else if (old is null)
            {
                _log($"{_file}: {owner}.{name} is left out: its type is not written.");
            }
            else
            {
                throw new GeneratorException($"{_file}: the type of {owner}.{name} is not written. Take the member out.");
            }
        }

        return updated;
    }

    private JsonNode? Member(string name, JsonNode member, JsonNode? old, bool isPayload, bool isAnswer)
    {
        var type = TypeOf(Text(member, "shape")!, isItem: false);
        if (type is null || Text(member, "location") is "headers" or "statusCode" || (!IsJson && !MemberType.Parse(type).FitsXml))
        {
            return null;
        }

        if (MemberType.Parse(type).Leaf is var leaf && !MemberType.Scalars.ContainsKey(leaf))
        {
            _waiting.Enqueue(leaf);
        }

        if (type == "long" && (old is JsonObject ? Text(old, "type") : old?.GetValue<string>()) == "milliseconds")
        {
            type = "milliseconds";
        }

        if (isPayload)
        {
            _xmlNamespace ??= Text(member["xmlNamespace"], "uri");
        }

        var wireName = Text(member, "locationName");
        var item = IsJson ? null : Text(_model.Shape(Text(member, "shape")!)["member"], "locationName");
        var place = isPayload ? "body" : Text(member, "location") switch
        {
            "uri" => "path",
            "querystring" => "query",
            var other => other,
        };
        var updated = new JsonObject { ["type"] = type };
        void Add(string key, string? value)
        {
            if (value is not null)
            {
                updated[key] = value;
            }
        }

        Add("about", old is JsonObject ? Text(old, "about") : null);
        Add("in", place);
        Add("name", wireName == name || (isPayload && isAnswer) ? null : wireName);
        Add("item", item == "member" ? null : item);
        return updated.Count == 1 ? JsonValue.Create(type) : updated;
    }

    // Null for what is not written: blobs, documents, flattened lists.
    private string? TypeOf(string name, bool isItem)
    {
        var shape = _model.Shape(name);
        switch (Text(shape, "type"))
        {
            // The vendor gives items as strings, even where the values are known.
            case "string" when shape["enum"] is null || isItem:
                return "string";
            case "string":
            case "structure" when shape["document"] is null:
                return name;
            case "list" when shape["flattened"] is null:
                return TypeOf(Text(shape["member"], "shape")!, isItem: true) is { } item ? $"list<{item}>" : null;
            case "map":
                return TypeOf(Text(shape["value"], "shape")!, isItem: true) is { } value ? $"map<{value}>" : null;
            case var scalar when MemberType.Scalars.ContainsKey(scalar!):
                return scalar;
            default:
                return null;
        }
    }

    private static JsonObject? Members(JsonNode node, string name) => node[name] as JsonObject;

    private static string? Text(JsonNode? node, string name) => node?[name]?.GetValue<string>();
}
