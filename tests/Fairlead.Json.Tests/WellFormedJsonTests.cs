using System.Text;
using System.Text.Json;

namespace Fairlead.Json.Tests;

public sealed class WellFormedJsonTests
{
    /// <summary>What is no JSON, and what is said of it.</summary>
    public static TheoryData<string, string> NotJson => new()
    {
        { """{"a":"\ud800"}""", "The text at byte 5 holds half a character." },
        { """{"a":"\uDC00\uD800"}""", "The text at byte 5 holds half a character." },
        { """{"\ud800on":1}""", "The text at byte 1 holds half a character." },
        { """[[{"a":["x\udfffx"]}]]""", "The text at byte 8 holds half a character." },
        { $$"""{"a":"{{new string('x', 1000)}}\ud800"}""", "The text at byte 5 holds half a character." },
        { new string('[', 100_000), "The maximum configured depth of 64 has been exceeded." },
        { string.Concat(Enumerable.Repeat("{\"a\":", 100_000)), "The maximum configured depth of 64 has been exceeded." },
        { "", "LineNumber: 0 | BytePositionInLine: 0" },
        { "{\n\"a\":}", "LineNumber: 1 | BytePositionInLine: 4" },
        { "{} {}", "LineNumber: 0 | BytePositionInLine: 3" },
    };

    [Theory]
    [MemberData(nameof(NotJson))]
    public void What_is_no_JSON_is_told_with_its_place_however_it_is_read(string text, string message)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        Should.Throw<JsonException>(() => WellFormedJson.Parse(text)).Message.ShouldContain(message);
        Should.Throw<JsonException>(() => WellFormedJson.Parse(bytes)).Message.ShouldContain(message);
        Should.Throw<JsonException>(() => WellFormedJson.ParseObject(text)).Message.ShouldContain(message);
        Should.Throw<JsonException>(() => WellFormedJson.ParseObject(bytes)).Message.ShouldContain(message);
    }

    // A test's own arguments cannot hold it.
    [Fact]
    public void A_text_that_holds_half_a_character_itself_is_no_JSON()
    {
        Should.Throw<JsonException>(() => WellFormedJson.Parse("\"\ud800\"")).Message.ShouldBe("It holds half a character, at 1.");
        Should.Throw<JsonException>(() => WellFormedJson.ParseObject("{\"\udc00\":1}")).Message.ShouldBe("It holds half a character, at 2.");
    }

    [Fact]
    public void Broken_UTF_8_is_no_JSON()
    {
        byte[][] broken = [[.. "{\"a"u8, 0xFF, .. "\":1}"u8], [.. "{\"a\":\"\\n"u8, 0xC3, .. "\"}"u8]];
        foreach (var json in broken)
        {
            Should.Throw<JsonException>(() => WellFormedJson.Parse(json)).Message.ShouldContain("is not UTF-8");
            Should.Throw<JsonException>(() => WellFormedJson.ParseObject(json)).Message.ShouldContain("is not UTF-8");
        }
    }

    [Theory]
    [InlineData("""{"a":"\ud83d\ude00"}""", "😀")]
    [InlineData("""{"a":"\\ud800"}""", "\\ud800")]
    [InlineData("""{"a":"\ud83d\ude00 größe"}""", "😀 größe")]
    public void Whole_characters_are_read_however_they_are_written(string text, string value)
    {
        WellFormedJson.Parse(text).GetProperty("a").GetString().ShouldBe(value);
        WellFormedJson.ParseObject(text)!["a"]!.GetValue<string>().ShouldBe(value);
    }

    [Theory]
    [InlineData("""{"a":1,"a":2}""")]
    [InlineData("""{"b":[{"a":1,"\u0061":2}]}""")]
    public void An_object_to_change_has_each_member_once(string text)
    {
        Should.Throw<JsonException>(() => WellFormedJson.ParseObject(text)).Message.ShouldContain("'a'");
        Should.NotThrow(() => WellFormedJson.Parse(text));
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("1")]
    [InlineData("\"{}\"")]
    public void What_is_no_object_is_none(string text)
    {
        WellFormedJson.ParseObject(text).ShouldBeNull();
        WellFormedJson.ParseObject(Encoding.UTF8.GetBytes(text)).ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"a":"\ud800"}""", false)]
    [InlineData("""["x",{"\udc00":1}]""", false)]
    [InlineData("\"\\ud800\"", false)]
    [InlineData("""{"a":["\ud83d\ude00"]}""", true)]
    [InlineData("1", true)]
    [InlineData("""{"a": /* why */ [1,],}""", true)]
    [InlineData("""{"a": /* why */ ["\ud800",],}""", false)]
    public void Of_what_is_parsed_already_it_is_asked_whether_it_can_be_read(string text, bool isReadable)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });

        WellFormedJson.IsReadable(document.RootElement).ShouldBe(isReadable);
    }
}
