using System.Text.Json;
using System.Xml.Linq;
using Nuke.Common.IO;
using Nuke.Common.Utilities;
using Nuke.Utilities.Text.Yaml;
using static Nuke.Common.IO.XmlTasks;

namespace Nuke.Common.Tests.IO;

public sealed class FormatTests : IDisposable
{
    private readonly AbsolutePath _file = Path.Combine(Directory.CreateTempSubdirectory("formats-").FullName, "file");

    public void Dispose() => _file.Parent.DeleteDirectory();

    public sealed class Package
    {
        public string? Name { get; set; }
        public int Count { get; set; }
        public List<string>? Tags { get; set; }
        public string? Origin { get; private set; }
    }

    public sealed class Point
    {
        public int X { get; set; }
    }

    [Fact]
    public void Json_is_written_and_read()
    {
        _file.WriteJson(new Package { Name = "a", Tags = ["ü"] }).ReadAllText().ReplaceLineEndings("\n")
            .ShouldBe("{\n  \"Name\": \"a\",\n  \"Tags\": [\n    \"ü\"\n  ]\n}\n");
        _file.UpdateJson<Package>(x => x.Count = 2).ReadJson<Package>()!.Count.ShouldBe(2);
        """{ "name": "b", /* why */ "origin": "here", }""".GetJson<Package>()!.Origin.ShouldBe("here");
        Should.Throw<JsonException>(() => "{".GetJson<Package>());
    }

    [Fact]
    public void What_is_null_cannot_be_changed()
    {
        _file.WriteAllText("null");
        Should
            .Throw<InvalidDataException>(() => _file.UpdateJson<Package>(x => x.Count = 2)).Message
            .ShouldContain("holds null, of which nothing can be changed");
    }

    [Fact]
    public void Yaml_is_written_and_read()
    {
        _file.WriteYaml(new Package { Name = "a", Tags = ["x"] }).ReadAllText().ShouldContain("name: a");
        _file.UpdateYaml<Dictionary<string, object>>(x => x["name"] = "b").ReadYaml<Dictionary<string, object>>()["name"].ShouldBe("b");
    }

    [Fact]
    public void Xml_is_written_and_read()
    {
        _file.WriteXml(new XDocument(new XElement("a", new XAttribute("b", 1)))).UpdateXml(x => x.Root!.SetAttributeValue("b", 2));
        _file.ReadXml().Root!.Attribute("b")!.Value.ShouldBe("2");
        new Point { X = 3 }.ToXml().GetXml<Point>()!.X.ShouldBe(3);
    }

    [Fact]
    public void Single_values_of_Xml_are_read_and_changed()
    {
        _file.WriteAllText("<a xmlns='urn:x'>\n  <b c='1'>2</b>\n  <b>3</b></a>");
        (string, string)[] x = [("x", "urn:x")];
        XmlPeek(_file, "//x:b", x).ShouldBe(["2", "3"]);
        XmlPeekSingle(_file, "//x:b/@c", x).ShouldBe("1");
        XmlPeekSingle(_file, "//x:nope", x).ShouldBeNull();
        XmlPeekElements(_file, "//x:b", x).Count().ShouldBe(2);
        Should.Throw<ArgumentException>(() => XmlPeekSingle(_file, "//x:b", x)).Message.ShouldContain("2 values");

        XmlPoke(_file, "//x:b/@c", 4, x);
        _file.ReadAllText().ShouldContain("\n  <b c=\"4\">2</b>\n");
        Should.Throw<ArgumentException>(() => XmlPoke(_file, "//x:b", "y", x)).Message.ShouldContain("must select one");
    }
}
