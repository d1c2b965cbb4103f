namespace AwsClientGenerator;

/// <summary>Writes what turns the messages of a service that answers XML into documents, or into a form, and back.</summary>
internal sealed class XmlWriter(string name, ServiceDescription service, Code code)
{
    public void Write()
    {
        code.Line();
        code.Summary($"The messages of {service.Title} on the wire.");
        code.Block($"internal static class {name}Xml", () =>
        {
            if (service.Facts.IsRest)
            {
                code.Line($"private static readonly XNamespace Namespace = \"{service.Facts.XmlNamespace}\";");
                code.Line();
            }

            var sent = service.Reachable(x => x.Request.Values);
            var answered = service.Reachable(x => x.Response.Values);
            var first = true;
            foreach (var (operation, description) in service.Operations)
            {
                Separate(ref first);
                WriteRequest(operation, description);
                Separate(ref first);
                WriteResponse(operation, description);
            }

            foreach (var (structure, type) in service.Types)
            {
                if (type.Members is { } members && sent.Contains(structure))
                {
                    Separate(ref first);
                    WriteStructure(structure, members);
                }

                if (type.Members is { } read && answered.Contains(structure))
                {
                    Separate(ref first);
                    code.Block(
                        $"private static {structure} Read{structure}(XElement element) => new()",
                        () => Assign(read, member => Read("element", member.Key, member.Value)),
                        "};");
                }
            }
        });
    }

    private void WriteRequest(string operation, OperationDescription description)
        => code.Block($"public static void Write({operation}Request input, IRequest request)", () =>
        {
            if (!service.Facts.IsRest)
            {
                code.Line($"var form = request.BeginForm(\"{operation}\", \"{service.Facts.ApiVersion}\");");
                WriteFields(description.Request, "input");
                return;
            }

            code.Line($"request.HttpMethod = \"{description.Method}\";");
            code.Line($"request.ResourcePath = \"{description.Path}\";");
            foreach (var (wire, member) in description.Request.Where(x => x.Value.In is not null))
            {
                var value = $"input.{ClientWriter.PropertyOf(wire)}";
                var wireName = member.Name ?? wire;
                code.Line(member.In switch
                {
                    "path" => $"request.SetPath(\"{wireName}\", {value});",
                    "query" => $"request.SetQuery(\"{wireName}\", {value});",
                    "header" => $"request.SetHeader(\"{wireName}\", {value});",
                    "body" => $"request.SetBody({Element(wire, member, "input")});",
                    _ => throw new GeneratorException($"{name}: {operation}Request.{wire} is in '{member.In}', which is none of path, query, header and body."),
                });
            }

            if (description.Request.Where(x => x.Value.In is null).ToList() is { Count: > 0 } rest)
            {
                var elements = string.Join(", ", rest.Select(x => Element(x.Key, x.Value, "input")));
                code.Line($"request.SetBody(new XElement(Namespace + \"{description.Root}\", (object?[])[{elements}]));");
            }
        });

    private void WriteResponse(string operation, OperationDescription description)
    {
        // A form's answer is <ActionResponse><ActionResult>…</ActionResult></ActionResponse>.
        var root = service.Facts.IsRest ? "root" : $"root.Child(\"{operation}Result\")";
        string Value(KeyValuePair<string, MemberDescription> x) => x.Value.In switch
        {
            "header" => $"response.Header(\"{x.Value.Name ?? x.Key}\")",
            "body" => $"Read{x.Value.Shape.Leaf}(root)",
            _ => Read(root, x.Key, x.Value),
        };

        code.Block(
            $"public static {operation}Response Read{operation}(XElement root, IWebResponseData response) => new()",
            () => Assign(description.Response, Value),
            "};");
    }

    private void WriteStructure(string structure, OrderedDictionary<string, MemberDescription> members)
    {
        if (!service.Facts.IsRest)
        {
            code.Block($"private static void Write(QueryForm form, {structure} value)", () => WriteFields(members, "value"));
            return;
        }

        code.Line($"private static object?[] Write({structure} value) =>");
        code.Line("[");
        code.Indented(() =>
        {
            foreach (var (wire, member) in members)
            {
                code.Line($"{Element(wire, member, "value")},");
            }
        });
        code.Line("];");
    }

    private string Element(string wire, MemberDescription member, string from)
    {
        var value = $"{from}.{ClientWriter.PropertyOf(wire)}";
        var element = $"Namespace + \"{member.Name ?? wire}\"";
        var write = IsStructure(member) ? ", Write" : "";
        return member.Shape.IsList ? $"XmlWriting.List({element}, Namespace + \"{ItemOf(member)}\", {value}{write})"
            : IsStructure(member) ? $"XmlWriting.Structure({element}, {value}, Write)"
            : $"XmlWriting.Element({element}, {value})";
    }

    private void WriteFields(OrderedDictionary<string, MemberDescription> members, string from)
    {
        foreach (var (wire, member) in members)
        {
            var value = $"{from}.{ClientWriter.PropertyOf(wire)}";
            var field = member.Name ?? wire;
            code.Line(member.Shape.IsList ? $"form.SetList(\"{field}.{ItemOf(member)}\", {value}{(IsStructure(member) ? ", Write" : "")});"
                : IsStructure(member) ? $"form.SetStructure(\"{field}\", {value}, Write);"
                : $"form.Set(\"{field}\", {value});");
        }
    }

    private void Assign(OrderedDictionary<string, MemberDescription> members, Func<KeyValuePair<string, MemberDescription>, string> value)
    {
        foreach (var member in members)
        {
            code.Line($"{ClientWriter.PropertyOf(member.Key)} = {value(member)},");
        }
    }

    private string Read(string element, string wire, MemberDescription member)
    {
        var child = $"\"{member.Name ?? wire}\"";
        var leaf = member.Shape.Leaf;
        return member.Shape.IsList ? $"{element}.List({child}, \"{ItemOf(member)}\", {(IsStructure(member) ? $"Read{leaf}" : "item => item.Value")})"
            : IsStructure(member) ? $"{element}.Structure({child}, Read{leaf})"
            : service.Types.ContainsKey(leaf) ? $"{element}.Constant<{leaf}>({child})"
            : $"{element}.{Reader(leaf)}({child})";
    }

    private static string Reader(string scalar) => scalar switch
    {
        "string" => "Text",
        "timestamp" => "Time",
        _ => ClientWriter.PropertyOf(scalar),
    };

    private static string ItemOf(MemberDescription member) => member.Item ?? "member";

    private bool IsStructure(MemberDescription member) => service.Types.GetValueOrDefault(member.Shape.Leaf)?.Members is not null;

    private void Separate(ref bool first)
    {
        if (!first)
        {
            code.Line();
        }

        first = false;
    }
}
