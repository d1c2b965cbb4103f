using ToolGenerator;

namespace Nuke.Common.Tests.Tools;

public sealed class ToolGeneratorTests
{
    [Fact]
    public void What_is_checked_in_is_what_the_generator_writes()
    {
        var specifications = Directory.GetFiles(ToolsDirectory(), "*.json", SearchOption.AllDirectories);
        specifications.Length.ShouldBeGreaterThan(3);
        specifications.Where(x => ToolWriter.Write(ToolSpecification.Read(x)) != File.ReadAllText(Path.ChangeExtension(x, ".Generated.cs")))
            .Select(Path.GetFileName)
            .ShouldBeEmpty("Run: dotnet run --project tools/ToolGenerator");
    }

    [Theory]
    [InlineData("string", "Set Reset")]
    [InlineData("bool", "Set Reset Enable Disable Toggle")]
    [InlineData("List<string>", "Set Set Add Add Remove Remove Clear")]
    [InlineData("Dictionary<string, object>", "Set Set Add Remove Clear")]
    [InlineData("LookupTable<string, int>", "Set Set Add Add Remove Remove Reset")]
    public void A_type_of_option_has_the_methods_that_NUKE_gives_it(string type, string verbs)
    {
        var option = new OptionSpecification("Things", type, "--thing {value}", null, null, false, null);
        var methods = OptionMethods.Of("FooSettings", option, []).Select(x => x["public static T ".Length..].Split("Thing")[0]);
        string.Join(' ', methods).ShouldBe(verbs);
    }

    [Fact]
    public void A_specification_that_is_null_is_told()
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "null");
            Should
                .Throw<InvalidDataException>(() => ToolSpecification.Read(file)).Message
                .ShouldBe($"{file} holds no specification but null. Describe the tool in it, or delete it.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string ToolsDirectory() => Repository.PathOf("src", "Nuke.Common", "Tools");
}
