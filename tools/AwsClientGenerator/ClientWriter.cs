namespace AwsClientGenerator;

/// <summary>Writes the C# of a service: its client, what configures it, what it throws, its enumerations, its messages. Pure.</summary>
internal sealed class ClientWriter
{
    private const string ErrorParameters = "string message, Exception? inner, ErrorType type, string code, string requestId, HttpStatusCode status";
    private const string ErrorArguments = "message, inner, type, code, requestId, status";
    private const string ErrorValues = "e.Message, e.InnerException, e.Type, e.Code, e.RequestId, e.StatusCode";

    private readonly string _name;
    private readonly ServiceDescription _service;
    private readonly Code _code = new();

    private ClientWriter(string name, ServiceDescription service) => (_name, _service) = (name, service);

    /// <param name="name">The file's name without its extension; what the helper classes' names begin with.</param>
    /// <param name="service">The service.</param>
    /// <exception cref="GeneratorException">The description asks for something that is not written.</exception>
    public static string Write(string name, ServiceDescription service)
    {
        Validate(name, service);
        return new ClientWriter(name, service).Write();
    }

    private string Write()
    {
        _code.Line($"// Written by tools/AwsClientGenerator from {_name}.json. Change that and run: dotnet run --project tools/AwsClientGenerator");
        _code.Line("#nullable enable");
        _code.Line();
        _code.Line("using System.Net;");
        foreach (var name in _service.Facts.IsJson ? (string[])["System.Text.Json", "System.Text.Json.Serialization"] : ["System.Xml.Linq"])
        {
            _code.Line($"using {name};");
        }

        _code.Line("using Amazon.Runtime;");
        _code.Line("using Amazon.Runtime.Internal;");
        if (!_service.Facts.IsJson)
        {
            _code.Line("using Amazon.Runtime.Internal.Transform;");
        }

        _code.Line("using Fairlead.Aws.Pipeline;");
        _code.Line();
        _code.Block($"namespace {_service.Namespace}", () =>
        {
            _code.Line($"using {_service.Namespace}.Model;");
            WriteClient();
            WriteConfiguration();
            _code.Line();
            WriteException($"{_service.Client}Exception", $"An error that {_service.Title} answered.", "AmazonServiceException", "class");
            foreach (var (name, type) in _service.Types.Where(x => x.Value.Values is not null))
            {
                WriteEnumeration(name, type);
            }

            if (_service.Facts.IsJson)
            {
                WriteJsonContext();
            }
            else
            {
                new XmlWriter(_name, _service, _code).Write();
            }
        });
        _code.Line();
        _code.Block($"namespace {_service.Namespace}.Model", WriteModel);
        return _code.ToString();
    }

    private void WriteClient()
    {
        var client = $"{_service.Client}Client";
        _code.Line();
        _code.Summary($"The operations of {_service.Title} that are used here, named as in the vendor's package. Safe for use by several threads.");
        _code.Block($"public sealed class {client} : ServiceClient", () =>
        {
            _code.Summary("Takes credentials from the SDK's default chain.");
            _code.Block($"public {client}({_service.Client}Config config) : base(config)", () => { });
            _code.Line();
            _code.Block($"public {client}(AWSCredentials credentials, {_service.Client}Config config) : base(credentials, config)", () => { });
            foreach (var (name, operation) in _service.Operations)
            {
                _code.Line();
                _code.Summary(operation.About ?? $"Calls <c>{name}</c>.");
                _code.Line($"/// <exception cref=\"{_service.Client}Exception\">The service refused.</exception>");
                _code.Line($"public Task<{name}Response> {name}Async({name}Request request, CancellationToken cancellationToken = default) =>");
                _code.Indented(() =>
                {
                    _code.Line($"InvokeAsync<{name}Response>(");
                    _code.Indented(() =>
                    {
                        _code.Line("request,");
                        _code.Line($"{Invocation(name)},");
                        _code.Line("cancellationToken);");
                    });
                });
            }

            _code.Line();
            WriteErrors();
        });
    }

    private void WriteErrors()
    {
        var other = $"new {_service.Client}Exception({ErrorValues})";
        if (!Errors.Any())
        {
            _code.Line($"private static AmazonServiceException Error(ErrorResponse e) => {other};");
            return;
        }

        _code.Block("private static AmazonServiceException Error(ErrorResponse e) => e.Code switch", () =>
        {
            foreach (var (name, code) in Errors)
            {
                _code.Line($"\"{code}\" => new {name}({ErrorValues}),");
            }

            _code.Line($"_ => {other},");
        }, "};");
    }

    private string Invocation(string operation)
    {
        var facts = $"{_service.Client}Config.Service";
        return _service.Facts.IsJson
            ? $"JsonOperation.Create({facts}, \"{operation}\", {_name}Json.Default.{operation}Request, {_name}Json.Default.{operation}Response, Error)"
            : $"XmlOperation.Create<{operation}Request, {operation}Response>({facts}, {_name}Xml.Write, {_name}Xml.Read{operation}, Error)";
    }

    private void WriteConfiguration()
    {
        var facts = _service.Facts;
        var arguments = new List<string> { _service.Namespace, facts.Id, facts.SigningName, facts.EndpointPrefix, facts.ApiVersion }.ConvertAll(Literal);
        if (facts.IsJson)
        {
            arguments.Add($"TargetPrefix: {Literal(facts.TargetPrefix!)}");
            arguments.Add($"ContentType: {Literal($"application/x-amz-{facts.Protocol}")}");
        }

        if (facts.IsGlobal)
        {
            arguments.Add("IsGlobal: true");
        }

        _code.Line();
        _code.Summary($"Settings of <see cref=\"{_service.Client}Client\"/>.");
        _code.Block($"public sealed class {_service.Client}Config() : ServiceConfig(Service)", () =>
        {
            _code.Line("internal static readonly ServiceFacts Service =");
            _code.Indented(() => _code.Line($"new({string.Join(", ", arguments)});"));
        });
    }

    private void WriteException(string name, string about, string parent, string kind)
    {
        _code.Summary(about);
        _code.Line($"public {kind} {name}({ErrorParameters})");
        _code.Indented(() => _code.Line($": {parent}({ErrorArguments});"));
    }

    private void WriteEnumeration(string name, TypeDescription type)
    {
        _code.Line();
        _code.Summary(type.About ?? "Known values; others are kept as they are.");
        if (_service.Facts.IsJson)
        {
            _code.Line($"[JsonConverter(typeof(ConstantJsonConverter<{name}>))]");
        }

        _code.Block($"public sealed class {name}(string value) : ConstantClass(value), IConstant<{name}>", () =>
        {
            foreach (var value in type.Values!)
            {
                _code.Line($"public static readonly {name} {Identifier(value)} = new({Literal(value)});");
            }

            _code.Line();
            _code.Line($"public static {name} FindValue(string value) => FindValue<{name}>(value);");
            _code.Line();
            _code.Line($"public static implicit operator {name}(string value) => FindValue(value);");
        });
    }

    private void WriteJsonContext()
    {
        _code.Line();
        foreach (var name in _service.Operations.Keys)
        {
            _code.Line($"[JsonSerializable(typeof({name}Request))]");
            _code.Line($"[JsonSerializable(typeof({name}Response))]");
        }

        _code.Line("[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = [typeof(EpochSecondsConverter)])]");
        _code.Line($"internal sealed partial class {_name}Json : JsonSerializerContext;");
    }

    private void WriteModel()
    {
        var first = true;
        var roundTrips = _service.RoundTrips();
        foreach (var (name, operation) in _service.Operations)
        {
            Separate(ref first);
            var call = $"<see cref=\"{_service.Client}Client.{name}Async\"/>";
            WriteStructure($"{name}Request", $"What {call} sends.", operation.Request, "AmazonWebServiceRequest", roundTrips);
            Separate(ref first);
            WriteStructure($"{name}Response", $"What {call} is answered.", operation.Response, "AmazonWebServiceResponse", roundTrips);
        }

        foreach (var (name, type) in _service.Types)
        {
            if (type.Members is not null)
            {
                Separate(ref first);
                WriteStructure(name, type.About ?? "A structure of the API.", type.Members, null, roundTrips);
            }
        }

        foreach (var (name, code) in Errors)
        {
            Separate(ref first);
            WriteException(name, $"The error <c>{code}</c>.", $"{_service.Client}Exception", "sealed class");
        }
    }

    private void WriteStructure(
        string name, string about, OrderedDictionary<string, MemberDescription> members, string? parent, IReadOnlySet<string> roundTrips)
    {
        _code.Summary(about);
        _code.Block($"public sealed class {name}{(parent is null ? "" : $" : {parent}")}", () =>
        {
            var first = true;
            foreach (var (wire, member) in members)
            {
                Separate(ref first);
                if (member.About is not null)
                {
                    _code.Summary(member.About);
                }

                if (_service.Facts.IsJson && PropertyOf(wire) != (member.Name ?? wire))
                {
                    _code.Line($"[JsonPropertyName(\"{member.Name ?? wire}\")]");
                }

                if (member.Type == "milliseconds")
                {
                    _code.Line("[JsonConverter(typeof(EpochMillisecondsConverter))]");
                }

                _code.Line($"public {member.Shape.CSharp} {PropertyOf(wire)} {{ get; set; }}");
            }

            if (_service.Facts.IsJson && roundTrips.Contains(name))
            {
                Separate(ref first);
                _code.Summary("Members that the description does not name, kept so that reading and sending again loses nothing.");
                _code.Line("[JsonInclude, JsonExtensionData]");
                _code.Line("internal Dictionary<string, JsonElement>? Unmodelled { get; set; }");
            }
        });
    }

    private void Separate(ref bool first)
    {
        if (!first)
        {
            _code.Line();
        }

        first = false;
    }

    // NoSuchDistribution: NoSuchDistributionException.
    private IEnumerable<(string Name, string Code)> Errors
        => (_service.Errors ?? []).Select(x => ($"{Bare(Bare(x.Key, "Exception"), "Fault")}Exception", x.Value));

    /// <summary>As the vendor's package names the error: DBSnapshotNotFoundFault is its DBSnapshotNotFoundException.</summary>
    private static string Bare(string name, string end) => name.EndsWith(end, StringComparison.Ordinal) ? name[..^end.Length] : name;

    /// <summary>The vendor begins properties in upper case, whatever the API does.</summary>
    internal static string PropertyOf(string wire) => $"{char.ToUpperInvariant(wire[0])}{wire[1..]}";

    /// <summary>As the vendor does: <c>Elb.RegistrationInProgress</c> is <c>ElbRegistrationInProgress</c>, <c>IN_PROGRESS</c> stays.</summary>
    internal static string Identifier(string value)
    {
        var separators = value.Where(c => !char.IsLetterOrDigit(c) && c != '_').Distinct().ToArray();
        var name = separators.Length == 0
            ? PropertyOf(value)
            : string.Concat(value.Split(separators, StringSplitOptions.RemoveEmptyEntries).Select(PropertyOf));
        return char.IsDigit(name[0]) ? $"_{name}" : name;
    }

    private static string Literal(string value)
        => $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void Validate(string name, ServiceDescription service)
    {
        if (!service.Facts.IsJson && service.Facts.Protocol is not ("query" or "rest-xml"))
        {
            throw new GeneratorException($"{name}: the protocol '{service.Facts.Protocol}' is not written. json-1.0, json-1.1, query and rest-xml are.");
        }

        foreach (var (owner, wire, member) in Members(service))
        {
            var leaf = member.Shape.Leaf;
            if (!MemberType.Scalars.ContainsKey(leaf) && !service.Types.ContainsKey(leaf))
            {
                throw new GeneratorException(
                    $"{name}: {owner}.{wire} is of type '{member.Type}', and there is no type '{leaf}'. "
                    + "Run the generator with 'update', or describe the type.");
            }

            if (!service.Facts.IsJson && !member.Shape.FitsXml)
            {
                throw new GeneratorException($"{name}: {owner}.{wire} is of type '{member.Type}', which is not written in XML. Leave the member out.");
            }
        }
    }

    private static IEnumerable<(string Owner, string Wire, MemberDescription Member)> Members(ServiceDescription service)
        => service.Operations.SelectMany(x => x.Value.Request.Select(m => ($"{x.Key}Request", m.Key, m.Value)))
            .Concat(service.Operations.SelectMany(x => x.Value.Response.Select(m => ($"{x.Key}Response", m.Key, m.Value))))
            .Concat(service.Types.SelectMany(x => (x.Value.Members ?? []).Select(m => (x.Key, m.Key, m.Value))));
}
