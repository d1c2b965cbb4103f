using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;
using Microsoft.AspNetCore.Http;

namespace Fairlead.LocalCloud.Tests.Protocol;

public sealed class AwsJsonTests
{
    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("""{ "a": 1, "a": 2 }""")]
    [InlineData("""{ "a": { "b": 1, "b": 2 } }""")]
    [InlineData("""{ "a": "\ud800" }""")]
    [InlineData("""{ "a": ["\udc00 x"] }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public async Task A_body_that_is_no_object_of_unicode_text_with_each_member_once_is_refused(string body)
        => (await ErrorAsync(body)).ShouldBe((400, "SerializationException"));

    [Fact]
    public async Task Deep_nesting_is_an_error_and_not_the_end_of_the_process()
    {
        (await ErrorAsync(Nested(100_000))).ShouldBe((400, "SerializationException"));
        (await ErrorAsync(Nested(65))).ShouldBe((400, "SerializationException"));
    }

    [Fact]
    public async Task A_body_is_bounded()
    {
        var endless = new EndlessStream();

        (await ErrorAsync(endless)).ShouldBe((413, "RequestEntityTooLargeException"));

        endless.Read.ShouldBeLessThan(AwsJson.MaximumBody + (1 << 20));
    }

    [Fact]
    public async Task What_is_read_is_what_was_sent()
    {
        JsonObject? read = null;
        var context = Context(new MemoryStream(Encoding.UTF8.GetBytes("""{ "a": "\ud83d\ude00", "b": [1, null, { "c": true }] }""")));
        context.Request.Headers["X-Amz-Target"] = "Service.Operation";

        await AwsJson.HandleAsync(context, (operation, request) =>
        {
            read = request;
            return new JsonObject { ["operation"] = operation };
        });

        read!.ToJsonString().ShouldContain("\"b\":[1,null,{\"c\":true}]");
        ((string)read["a"]!).ShouldBe("😀");
        Answer(context).ShouldBe("""{"operation":"Operation"}""");
    }

    [Fact]
    public async Task An_error_carries_its_members()
    {
        var context = Context(new MemoryStream("{}"u8.ToArray()));

        await AwsJson.HandleAsync(context, (_, _) => throw new AwsServiceException("ConflictException", "Twice.")
        {
            Members = { ["resourceIds"] = new JsonArray("a") },
        });

        Answer(context).ShouldBe("""{"resourceIds":["a"],"__type":"ConflictException","message":"Twice."}""");
    }

    private static string Nested(int levels) => new StringBuilder().Insert(0, """{"a":""", levels).Append('1').Append('}', levels).ToString();

    private static Task<(int Status, string? Code)> ErrorAsync(string body) => ErrorAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)));

    private static async Task<(int Status, string? Code)> ErrorAsync(Stream body)
    {
        var context = Context(body);
        await AwsJson.HandleAsync(context, (_, _) => []);
        return (context.Response.StatusCode, (string?)JsonNode.Parse(Answer(context))!["__type"]);
    }

    private static string Answer(HttpContext context) => Encoding.UTF8.GetString(((MemoryStream)context.Response.Body).ToArray());

    private static DefaultHttpContext Context(Stream body)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = body;
        context.Response.Body = new MemoryStream();
        return context;
    }

    /// <summary>A string that never ends.</summary>
    private sealed class EndlessStream : MemoryStream
    {
        public new long Read { get; private set; }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            buffer.Span.Fill((byte)'a');
            if (Read == 0)
            {
                "{\"a\":\""u8.CopyTo(buffer.Span);
            }

            Read += buffer.Length;
            return ValueTask.FromResult(buffer.Length);
        }
    }
}
