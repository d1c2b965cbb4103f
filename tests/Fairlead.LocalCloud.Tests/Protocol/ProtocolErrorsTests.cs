using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Fairlead.LocalCloud.Protocol;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.Protocol;

/// <summary>What a client of a service that is not there reads.</summary>
public sealed class ProtocolErrorsTests
{
    private static readonly AwsServiceException Error = new("UnknownServiceException", "There is no such service.", 501);

    [Theory]
    [InlineData("application/x-amz-json-1.0")]
    [InlineData("application/x-amz-json-1.1")]
    public async Task A_json_client_gets_json_of_its_version(string contentType)
    {
        var (context, body) = await AnswerAsync("dynamodb", x =>
        {
            x.Headers["X-Amz-Target"] = "DynamoDB_20120810.ListTables";
            x.ContentType = contentType;
        });

        context.Response.ContentType.ShouldBe(contentType);
        context.Response.Headers["x-amzn-ErrorType"].ToString().ShouldBe("UnknownServiceException");
        var error = JsonNode.Parse(body)!;
        ((string)error["__type"]!, (string)error["message"]!).ShouldBe(("UnknownServiceException", "There is no such service."));
    }

    [Fact]
    public async Task A_query_client_gets_an_error_response()
    {
        var (context, body) = await AnswerAsync("iam", x => x.ContentType = "application/x-www-form-urlencoded; charset=utf-8");

        context.Response.ContentType.ShouldBe("application/xml");
        var xml = XElement.Parse(Encoding.UTF8.GetString(body));
        xml.Name.LocalName.ShouldBe("ErrorResponse");
        ((string)xml.Element("Error")!.Element("Code")!, (string)xml.Element("Error")!.Element("Message")!).ShouldBe((Error.Code, Error.Message));
        ((string)xml.Element("RequestId")!).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_query_client_that_asks_by_get_gets_an_error_response_too()
    {
        var (_, body) = await AnswerAsync("autoscaling", x => x.QueryString = new QueryString("?Action=DescribeAutoScalingGroups"));

        XElement.Parse(Encoding.UTF8.GetString(body)).Name.LocalName.ShouldBe("ErrorResponse");
    }

    [Fact]
    public async Task A_client_of_ec2_gets_the_form_of_ec2()
    {
        var (_, body) = await AnswerAsync("ec2", x => x.ContentType = "application/x-www-form-urlencoded");

        var xml = XElement.Parse(Encoding.UTF8.GetString(body));
        xml.Name.LocalName.ShouldBe("Response");
        ((string)xml.Element("Errors")!.Element("Error")!.Element("Code")!).ShouldBe(Error.Code);
        xml.Element("RequestID").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_client_of_a_rest_xml_service_gets_an_error_response()
    {
        var (_, body) = await AnswerAsync("route53", x => x.Path = "/2013-04-01/hostedzone");

        ((string)XElement.Parse(Encoding.UTF8.GetString(body)).Element("Error")!.Element("Code")!).ShouldBe(Error.Code);
    }

    [Fact]
    public async Task A_client_of_s3_gets_the_form_of_s3()
    {
        var (_, body) = await AnswerAsync("s3", x => x.Path = "/bucket");

        var xml = XElement.Parse(Encoding.UTF8.GetString(body));
        (xml.Name.LocalName, (string)xml.Element("Code")!).ShouldBe(("Error", Error.Code));
    }

    [Theory]
    [InlineData("lambda", "/2015-03-31/functions")]
    [InlineData("eks", "/clusters")]
    public async Task A_client_of_a_rest_json_service_gets_json_with_the_code_in_a_header(string service, string path)
    {
        var (context, body) = await AnswerAsync(service, x => x.Path = path);

        context.Response.ContentType.ShouldBe("application/json");
        context.Response.Headers["x-amzn-ErrorType"].ToString().ShouldBe(Error.Code);
        ((string)JsonNode.Parse(body)!["message"]!).ShouldBe(Error.Message);
    }

    [Fact]
    public async Task A_cbor_client_gets_a_map_of_two_texts()
    {
        var (context, body) = await AnswerAsync("monitoring", x =>
        {
            x.Headers["smithy-protocol"] = "rpc-v2-cbor";
            x.ContentType = "application/cbor";
        });

        context.Response.ContentType.ShouldBe("application/cbor");
        context.Response.Headers["smithy-protocol"].ToString().ShouldBe("rpc-v2-cbor");
        body[0].ShouldBe((byte)0xA2);
        Texts(body.AsSpan(1)).ShouldBe(["__type", Error.Code, "message", Error.Message]);
    }

    [Fact]
    public async Task A_head_has_no_body()
    {
        var (context, body) = await AnswerAsync("s3", x => x.Method = "HEAD");

        context.Response.StatusCode.ShouldBe(501);
        body.ShouldBeEmpty();
    }

    private static List<string> Texts(ReadOnlySpan<byte> body)
    {
        var texts = new List<string>();
        while (body.Length > 0)
        {
            body[0].ShouldBe((byte)0x79);
            var length = (body[1] << 8) | body[2];
            texts.Add(Encoding.UTF8.GetString(body.Slice(3, length)));
            body = body[(3 + length)..];
        }

        return texts;
    }

    private static async Task<(HttpContext Context, byte[] Body)> AnswerAsync(string service, Action<HttpRequest> request)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = "POST";
        request(context.Request);
        var body = new MemoryStream();
        context.Response.Body = body;
        await ProtocolErrors.WriteAsync(context, service, Error);
        context.Response.StatusCode.ShouldBe(501);
        return (context, body.ToArray());
    }
}
