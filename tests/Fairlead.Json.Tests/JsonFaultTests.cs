using System.Text.Json;
using System.Text.Json.Serialization;

namespace Fairlead.Json.Tests;

public sealed class JsonFaultTests
{
    [Theory]
    [InlineData("{\"Fence\":", "it is not JSON: ", "BytePositionInLine: 9")]
    [InlineData("no", "it is not JSON: ", "BytePositionInLine: 1")]
    [InlineData("""{"Fence":"seven"}""", "its field Fence is not what it must be", "What is at $.Fence is of a kind that does not belong there, ")]
    [InlineData("""{"Fence":1,"Inner":{"Fence":[]}}""", "its field Inner.Fence is not what it must be", "What is at $.Inner.Fence is of a kind")]
    [InlineData("{}", "it lacks fields that it must have", "What is at $ is of a kind that does not belong there, or lacks a member.")]
    [InlineData("[]", "it lacks fields that it must have", "What is at $ is of a kind that does not belong there, or lacks a member.")]
    public void What_is_wrong_is_told_with_its_place_and_without_the_program_s_types(string json, string reason, string sentence)
    {
        var exception = Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Lock>(json));

        exception.Reason().ShouldStartWith(reason);
        JsonFault.Of(exception).ShouldContain(sentence);
        $"{exception.Reason()}{JsonFault.Of(exception)}".ShouldNotContain(nameof(Lock));
        $"{exception.Reason()}{JsonFault.Of(exception)}".ShouldNotContain("System.");
    }

    [Fact]
    public void What_a_reader_says_is_said()
    {
        var exception = Should.Throw<JsonException>(() => WellFormedJson.Parse("\"\\ud800\""));

        exception.Reason().ShouldBe("it is not JSON: The text at byte 0 holds half a character");
        JsonFault.Of(exception).ShouldBe("The text at byte 0 holds half a character.");
    }

    internal sealed record Lock
    {
        [JsonRequired]
        public int Fence { get; init; }

        public Lock? Inner { get; init; }
    }
}
