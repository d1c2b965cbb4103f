using System.Text.Json.Nodes;
using AwsClientGenerator;

namespace Fairlead.Tests.Aws;

public sealed class AwsClientGeneratorTests
{
    // As in the vendor's models: an operation, what it sends and is answered, an error whose code is not its name.
    private const string Model = """
        {"metadata":{"apiVersion":"2026-01-01","endpointPrefix":"shop","serviceId":"Shop","protocol":"json","jsonVersion":"1.1","targetPrefix":"Shop_2026"},
         "operations":{"GetOrder":{"http":{"method":"POST","requestUri":"/"},"input":{"shape":"GetOrderRequest"},"output":{"shape":"GetOrderResult"}}},
         "shapes":{
           "GetOrderRequest":{"type":"structure","members":{"id":{"shape":"Id"}}},
           "GetOrderResult":{"type":"structure","members":{"order":{"shape":"Order"},"seen":{"shape":"Millis"}}},
           "Order":{"type":"structure","members":{"id":{"shape":"Id"},"lines":{"shape":"Lines"},"state":{"shape":"State"},"photo":{"shape":"Photo"}}},
           "Lines":{"type":"list","member":{"shape":"Line"}},
           "Line":{"type":"structure","members":{"price":{"shape":"Price"},"tags":{"shape":"Tags"}}},
           "Tags":{"type":"map","key":{"shape":"Id"},"value":{"shape":"Id"}},
           "State":{"type":"string","enum":["open","on.hold"]},
           "Photo":{"type":"blob"}, "Id":{"type":"string"}, "Price":{"type":"double"}, "Millis":{"type":"long"},
           "OrderNotFoundException":{"type":"structure","members":{},"error":{"code":"OrderNotFound"},"exception":true}}}
        """;

    public static TheoryData<string> Descriptions() => [.. Directory.GetFiles(ClientsDirectory(), "*.json").Select(x => Path.GetFileName(x))];

    [Theory]
    [MemberData(nameof(Descriptions))]
    public void What_is_checked_in_is_what_the_generator_writes(string description)
    {
        var file = Path.Combine(ClientsDirectory(), description);

        var written = ClientWriter.Write(Path.GetFileNameWithoutExtension(file), ServiceDescription.Read(file));
        (written == File.ReadAllText(Path.ChangeExtension(file, ".Generated.cs"))).ShouldBeTrue("Run: dotnet run --project tools/AwsClientGenerator");
        File.ReadAllText(file).ShouldBe(DescriptionText.Of(JsonNode.Parse(File.ReadAllText(file))!));
    }

    [Fact]
    public void To_name_an_operation_is_enough()
    {
        var left = new List<string>();

        var description = Update("""{"errors": {"OrderNotFoundException": null}, "operations": {"GetOrder": {}}}""", left.Add);

        var parsed = ServiceDescription.Parse(description);
        parsed.Facts.ShouldBe(new ServiceFacts("Shop", "shop", "shop", "2026-01-01", "json-1.1", "Shop_2026"));
        parsed.Errors!["OrderNotFoundException"].ShouldBe("OrderNotFound");
        parsed.Types.Keys.ShouldBe(["Line", "Order", "State"]);
        parsed.Types["Order"].Members!.Select(x => $"{x.Key}: {x.Value.Type}").ShouldBe(["id: string", "lines: list<Line>", "state: State"]);
        parsed.Types["Line"].Members!["tags"].Type.ShouldBe("map<string>");
        parsed.Types["State"].Values.ShouldBe(["open", "on.hold"]);
        left.ShouldBe(["Shop.json: Order.photo is left out: its type is not written."]);
        Update(description).ShouldBe(description);
        var code = ClientWriter.Write("Shop", parsed);
        code.ShouldContain("public List<Line>? Lines { get; set; }");
        code.ShouldContain("public static readonly State OnHold = new(\"on.hold\");");
        code.ShouldContain("\"OrderNotFound\" => new OrderNotFoundException(");
    }

    [Theory]
    [InlineData("OrderNotFoundException", "OrderNotFoundException")]
    [InlineData("OrderNotFoundFault", "OrderNotFoundException")]
    [InlineData("NoSuchOrder", "NoSuchOrderException")]
    public void An_error_is_called_as_in_the_vendors_package(string shape, string name)
    {
        var parsed = ServiceDescription.Parse(Update("""{"operations": {"GetOrder": {}}}"""));

        ClientWriter.Write("Shop", parsed with { Errors = new OrderedDictionary<string, string> { [shape] = "Code" } })
            .ShouldContain($"\"Code\" => new {name}(");
    }

    [Fact]
    public void What_is_taken_out_stays_out_and_types_that_nothing_refers_to_go()
    {
        var description = Update("""
            {"operations": {"GetOrder": {"about": "Reads an order.", "response": {"order": null, "seen": "milliseconds"}}},
              "types": {"Order": {"about": "An order.", "members": {"state": {"about": "How far it is."}}}, "Line": {"members": {"price": null}} } }
            """);

        var parsed = ServiceDescription.Parse(description);
        parsed.Operations["GetOrder"].About.ShouldBe("Reads an order.");
        parsed.Operations["GetOrder"].Response["seen"].Type.ShouldBe("milliseconds");
        parsed.Types.Keys.ShouldBe(["Order", "State"]);
        parsed.Types["Order"].Members!["state"].ShouldBe(new MemberDescription("State", "How far it is."));
    }

    [Theory]
    [InlineData("""{"GetOrders": {}}""", "The model shop/2026-01-01 has no operation 'GetOrders'. Correct the name")]
    [InlineData("""{"GetOrder": {"request": {"identifier": null}}}""", "Shop.json: the model's GetOrderRequest has no member 'identifier'")]
    public void A_name_that_the_model_does_not_have_is_refused(string operations, string message)
        => Should.Throw<GeneratorException>(() => Update($$"""{"operations": {{operations}}}""")).Message.ShouldStartWith(message);

    [Fact]
    public void A_structure_that_is_answered_and_sent_keeps_members_that_are_not_described()
    {
        var service = ServiceDescription.Parse("""
            { "namespace": "Amazon.Shop", "client": "AmazonShop", "title": "Amazon Shop", "model": "shop/2026-01-01",
              "facts": {"id": "Shop", "signingName": "shop", "endpointPrefix": "shop", "apiVersion": "1", "protocol": "json-1.1", "targetPrefix": "Shop"},
              "operations": {"Get": {"request": {}, "response": {"order": "Order", "page": "Page"}},
                             "Put": {"request": {"orders": "list<Order>"}, "response": {}}},
              "types": {"Order": {"members": {"lines": "map<list<Line>>"}}, "Line": {"members": {}}, "Page": {"members": {}}} }
            """);

        service.RoundTrips().ShouldBe(["Order", "Line"], ignoreOrder: true);
        ClientWriter.Write("Shop", service).Split("JsonExtensionData").Length.ShouldBe(3);
    }

    [Fact]
    public void A_member_whose_type_is_not_described_is_refused()
    {
        var description = Update("""{"operations": {"GetOrder": {}}}""").Replace("\"Line\": {", "\"Lime\": {", StringComparison.Ordinal);

        Should.Throw<GeneratorException>(() => ClientWriter.Write("Shop", ServiceDescription.Parse(description))).Message
            .ShouldStartWith("Shop: Order.lines is of type 'list<Line>', and there is no type 'Line'.");
    }

    [Theory]
    [InlineData("IN_PROGRESS", "IN_PROGRESS")]
    [InlineData("json-file", "JsonFile")]
    [InlineData("Elb.RegistrationInProgress", "ElbRegistrationInProgress")]
    [InlineData("1.2", "_12")]
    public void Values_are_named_as_the_vendor_does(string value, string name) => ClientWriter.Identifier(value).ShouldBe(name);

    private static string Update(string description, Action<string>? log = null)
    {
        var named = JsonNode.Parse("""{"namespace": "Amazon.Shop", "client": "AmazonShop", "title": "Amazon Shop", "model": "shop/2026-01-01"}""")!.AsObject();
        foreach (var (name, value) in JsonNode.Parse(description)!.AsObject())
        {
            named[name] = value?.DeepClone();
        }

        return ModelImport.Update("Shop.json", named, new VendorModel("shop/2026-01-01", JsonNode.Parse(Model)!), log ?? (_ => { }));
    }

    private static string ClientsDirectory()
    {
        var directory = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(directory, "Solution.sln")))
        {
            directory = Path.GetDirectoryName(directory)!;
        }

        return Path.Combine(directory, "src", "Fairlead", "Aws", "Clients");
    }
}
