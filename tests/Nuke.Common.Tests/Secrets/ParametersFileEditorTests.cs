using System.Text;
using Nuke.Common.Secrets;

namespace Nuke.Common.Tests.Secrets;

public sealed class ParametersFileEditorTests
{
    [Theory]
    [InlineData("{}", "{\n  \"Key\": \"new\"\n}")]
    [InlineData("{ \"A\": 1 }", "{ \"A\": 1, \"Key\": \"new\" }")]
    [InlineData("{\n  \"A\": 1\n}\n", "{\n  \"A\": 1,\n  \"Key\": \"new\"\n}\n")]
    [InlineData("{\r\n\t\"A\": { \"B\": [1, 2] }\r\n}", "{\r\n\t\"A\": { \"B\": [1, 2] },\r\n\t\"Key\": \"new\"\r\n}")]
    [InlineData("{\n  \"A\": 1, // one\n}", "{\n  \"A\": 1,\n  \"Key\": \"new\", // one\n}")]
    [InlineData("{\n  \"A\": 1 /* , */\n}", "{\n  \"A\": 1,\n  \"Key\": \"new\" /* , */\n}")]
    [InlineData("{\n  \"A\": 1 /* , */,\n}", "{\n  \"A\": 1 /* , */,\n  \"Key\": \"new\",\n}")]
    [InlineData("{\n  // first\n  \"key\": \"old\", // mine\n  \"Z\": \"ü\"\n}", "{\n  // first\n  \"key\": \"new\", // mine\n  \"Z\": \"ü\"\n}")]
    [InlineData("\uFEFF{ \"Key\": [ \"old\" ] }", "\uFEFF{ \"Key\": \"new\" }")]
    public void Only_the_property_changes(string before, string after)
    {
        var edited = ParametersFileEditor.Set(Encoding.UTF8.GetBytes(before), new Dictionary<string, string> { ["Key"] = "new" });
        Encoding.UTF8.GetString(edited).ShouldBe(after);
    }

    [Fact]
    public void Several_properties_are_set_and_added()
    {
        var edited = ParametersFileEditor.Set(
            "{\n  \"B\": \"old\"\n}"u8.ToArray(), new Dictionary<string, string> { ["A"] = "v1:a+/=", ["B"] = "b", ["C"] = "c" });
        Encoding.UTF8.GetString(edited).ShouldBe("{\n  \"B\": \"b\",\n  \"A\": \"v1:a+/=\",\n  \"C\": \"c\"\n}");
    }
}
