using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Protocol;
using Fairlead.LocalCloud.Ssm;
using Fairlead.LocalCloud.State;

namespace Fairlead.LocalCloud.Tests.Ssm;

public sealed class ParameterTests() : ServiceTests("ssm")
{
    private const string Arn = "arn:aws:ssm:us-east-1:000000000000:parameter";

    [Theory]
    [InlineData("/shop/db", 2, null)]
    [InlineData("/shop/db:1", 1, ":1")]
    [InlineData("/shop/db:first", 1, ":first")]
    [InlineData(Arn + "/shop/db", 2, null)]
    [InlineData(Arn + "/shop/db:1", 1, ":1")]
    [InlineData(Arn + "/shop/db:first", 1, ":first")]
    public async Task A_parameter_is_read_by_name_or_ARN_and_by_version_or_label(string reference, int version, string? selector)
    {
        await PutAsync("/shop/db", "one");
        await PutAsync("/shop/db", "two", overwrite: true);
        await CallAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/shop/db", ["ParameterVersion"] = 1, ["Labels"] = List("first") });

        var found = (await CallAsync("GetParameter", new JsonObject { ["Name"] = reference }))["Parameter"]!;

        ((string)found["Value"]!, (int)found["Version"]!, (string?)found["Selector"]).ShouldBe((version == 1 ? "one" : "two", version, selector));
        ((string)found["Name"]!, (string)found["ARN"]!, (string)found["Type"]!, (string)found["DataType"]!)
            .ShouldBe(("/shop/db", Arn + "/shop/db", "String", "text"));
    }

    [Theory]
    [InlineData("/shop/none", "ParameterNotFound")]
    [InlineData("shop", "ParameterNotFound")]
    [InlineData("/shop/db:2", "ParameterVersionNotFound")]
    [InlineData("/shop/db:last", "ParameterVersionNotFound")]
    [InlineData("arn:aws:ssm:eu-central-1:000000000000:parameter/shop/db", "ParameterNotFound")]
    [InlineData("arn:aws:ssm:us-east-1:111111111111:parameter/shop/db", "ParameterNotFound")]
    public async Task What_is_not_there_is_not_found(string reference, string code)
    {
        await PutAsync("/shop/db", "one");

        (await ErrorAsync("GetParameter", new JsonObject { ["Name"] = reference })).ShouldBe(code);
    }

    [Fact]
    public async Task The_ARN_of_a_name_without_a_slash_finds_it()
    {
        await PutAsync("plain", "one");

        var found = (await CallAsync("GetParameter", new JsonObject { ["Name"] = Arn + "/plain" }))["Parameter"]!;

        ((string)found["Name"]!, (string)found["ARN"]!).ShouldBe(("plain", Arn + "/plain"));
    }

    [Fact]
    public async Task A_parameter_that_is_there_is_overwritten_only_when_that_is_asked_for()
    {
        await PutAsync("/a", "one");

        (await ErrorAsync("PutParameter", Parameter("/a", "two"))).ShouldBe("ParameterAlreadyExists");

        (await ValueAsync("/a")).ShouldBe("one");
    }

    [Fact]
    public async Task An_overwrite_is_the_next_version_and_keeps_what_it_does_not_say()
    {
        var first = Parameter("/a", "12", "SecureString");
        (first["Description"], first["AllowedPattern"], first["KeyId"], first["Tier"]) = ("digits", "^[0-9]+$", "alias/mine", "Advanced");
        ((int)(await CallAsync("PutParameter", first))["Version"]!).ShouldBe(1);

        var answer = await CallAsync("PutParameter", new JsonObject { ["Name"] = "/a", ["Value"] = "34", ["Overwrite"] = true });

        ((int)answer["Version"]!, (string)answer["Tier"]!).ShouldBe((2, "Advanced"));
        var described = (await CallAsync("DescribeParameters", []))["Parameters"]![0]!;
        ((string)described["Type"]!, (string)described["Description"]!, (string)described["AllowedPattern"]!, (string)described["KeyId"]!)
            .ShouldBe(("SecureString", "digits", "^[0-9]+$", "alias/mine"));
        (await ErrorAsync("PutParameter", new JsonObject { ["Name"] = "/a", ["Value"] = "x", ["Overwrite"] = true }))
            .ShouldBe("ParameterPatternMismatchException");
    }

    [Fact]
    public async Task A_SecureString_is_shown_only_to_those_who_ask_for_it_decrypted()
    {
        await PutAsync("/shop/password", "hunter2", "SecureString");
        (string Operation, JsonObject Request)[] reads =
        [
            ("GetParameter", new JsonObject { ["Name"] = "/shop/password" }),
            ("GetParameters", new JsonObject { ["Names"] = List("/shop/password") }),
            ("GetParametersByPath", new JsonObject { ["Path"] = "/shop" }),
            ("GetParameterHistory", new JsonObject { ["Name"] = "/shop/password" }),
        ];

        var sealedValues = new List<string>();
        foreach (var (operation, request) in reads)
        {
            sealedValues.Add(Value(await CallAsync(operation, request)));
            request["WithDecryption"] = true;
            Value(await CallAsync(operation, request)).ShouldBe("hunter2", operation);
        }

        sealedValues.Distinct().ShouldHaveSingleItem().ShouldNotContain("hunter2");
        Convert.FromBase64String(sealedValues[0]).Length.ShouldBeGreaterThan("hunter2".Length);
        (await CallAsync("DescribeParameters", [])).ToJsonString().ShouldNotContain("hunter2");

        static string Value(JsonObject answer) => (string)(answer["Parameter"] ?? answer["Parameters"]![0])!["Value"]!;
    }

    [Fact]
    public async Task What_GetParameters_does_not_find_it_names()
    {
        await PutAsync("/a", "1");
        await PutAsync("/b", "2");

        var answer = await CallAsync("GetParameters", new JsonObject { ["Names"] = List("/b", "/none", "/a:7", "/a") });

        Texts(answer["Parameters"], "Value").ShouldBe(["2", "1"]);
        Texts(answer["InvalidParameters"]).ShouldBe(["/none", "/a:7"]);
        (await ErrorAsync("GetParameters", new JsonObject { ["Names"] = List(Enumerable.Range(0, 11).Select(x => $"/{x}")) })).ShouldBe("ValidationException");
        (await ErrorAsync("GetParameters", new JsonObject { ["Names"] = List("/a", "/a") })).ShouldBe("ValidationException");
        (await ErrorAsync("GetParameters", [])).ShouldBe("ValidationException");
    }

    [Fact]
    public async Task What_is_deleted_is_gone_with_its_versions_and_what_was_not_there_is_named()
    {
        await PutAsync("/a", "1");
        await PutAsync("/b", "2");
        await CallAsync("DeleteParameter", new JsonObject { ["Name"] = "/a" });

        (await ErrorAsync("DeleteParameter", new JsonObject { ["Name"] = "/a" })).ShouldBe("ParameterNotFound");
        var answer = await CallAsync("DeleteParameters", new JsonObject { ["Names"] = List("/a", "/b") });

        (Texts(answer["DeletedParameters"]).Single(), Texts(answer["InvalidParameters"]).Single()).ShouldBe(("/b", "/a"));
        ((int)(await CallAsync("PutParameter", Parameter("/a", "new")))["Version"]!).ShouldBe(1);
    }

    [Fact]
    public async Task Tags_are_given_at_the_start_added_and_taken_away()
    {
        var request = Parameter("/a", "1");
        request["Tags"] = Tags(("stage", "test"), ("team", "shop"));
        await CallAsync("PutParameter", request);
        var resource = new JsonObject { ["ResourceType"] = "Parameter", ["ResourceId"] = "/a" };

        await CallAsync("AddTagsToResource", With(resource, "Tags", Tags(("stage", "live"))));
        await CallAsync("RemoveTagsFromResource", With(resource, "TagKeys", List("team", "none")));

        var tag = (await CallAsync("ListTagsForResource", resource))["TagList"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)tag["Key"]!, (string)tag["Value"]!).ShouldBe(("stage", "live"));
        (await ErrorAsync("ListTagsForResource", With(resource, "ResourceId", "/none"))).ShouldBe("InvalidResourceId");
        (await ErrorAsync("ListTagsForResource", With(resource, "ResourceType", "Document"))).ShouldBe("InvalidResourceType");
        (await ErrorAsync("AddTagsToResource", With(resource, "Tags", Tags(Enumerable.Range(0, 50).Select(x => ($"k{x}", ""))))))
            .ShouldBe("TooManyTagsError");
        (await CallAsync("ListTagsForResource", resource))["TagList"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_oldest_of_a_hundred_versions_makes_room_unless_it_has_a_label()
    {
        await PutAsync("/a", "1");
        for (var i = 2; i <= 101; i++)
        {
            await PutAsync("/a", $"{i}", overwrite: true);
        }

        (await ErrorAsync("GetParameter", new JsonObject { ["Name"] = "/a:1" })).ShouldBe("ParameterVersionNotFound");
        await CallAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a", ["ParameterVersion"] = 2, ["Labels"] = List("kept") });

        (await ErrorAsync("PutParameter", With(Parameter("/a", "102"), "Overwrite", true))).ShouldBe("ParameterMaxVersionLimitExceeded");

        (await ValueAsync("/a:kept")).ShouldBe("2");
        (await ValueAsync("/a")).ShouldBe("101");
    }

    [Fact]
    public async Task What_was_acknowledged_is_there_after_a_restart_and_was_on_the_disk_before()
    {
        await PutAsync("/a", "hunter2", "SecureString");
        using var copy = new TemporaryDirectory("fairlead-parameters-");
        foreach (var (path, _) in StateFiles().Where(x => Path.GetDirectoryName(x.Path) == Cloud.StateFolder))
        {
            File.Copy(path, Path.Combine(copy, Path.GetFileName(path)));
        }

        using (var killed = StateDirectory.Open(copy))
        {
            new ParameterStore(killed, new SealingKey(killed), new Account(), TimeProvider.System).Get("/a").Version.Value.Value.ShouldBe("hunter2");
        }

        await RestartAsync();
        (await ValueAsync("/a")).ShouldBe("hunter2");
    }

    [Fact]
    public async Task No_value_is_readable_in_a_file_of_the_state_and_the_files_are_the_owners_alone()
    {
        await PutAsync("/a", "hunter2", "SecureString");
        await PutAsync("/b", "correct horse");
        (await RefusalAsync("PutParameter", With(Parameter("/c", "battery staple"), "AllowedPattern", "^x$"))).Message.ShouldNotContain("battery");

        StateFiles().ShouldAllBe(x => !x.Text.Contains("hunter2") && !x.Text.Contains("correct horse") && !x.Text.Contains("battery staple"));
        if (!OperatingSystem.IsWindows())
        {
            foreach (var name in new[] { "ssm.json", SealingKey.FileName })
            {
                File.GetUnixFileMode(Path.Combine(Cloud.StateFolder, name)).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
        }
    }

    [Fact]
    public async Task An_operation_that_is_not_modelled_says_so()
        => (await RefusalAsync("SendCommand", [])).ShouldBe(("UnknownOperationException", "The local cloud's Systems Manager has parameters only, and no "
            + "operation 'SendCommand'."));

    private static JsonObject Parameter(string name, string value, string type = "String")
        => new() { ["Name"] = name, ["Value"] = value, ["Type"] = type };

    private static JsonObject With(JsonObject request, string member, JsonNode value)
    {
        var result = (JsonObject)request.DeepClone();
        result[member] = value;
        return result;
    }

    private Task<JsonObject> PutAsync(string name, string value, string type = "String", bool overwrite = false)
        => CallAsync("PutParameter", With(Parameter(name, value, type), "Overwrite", overwrite));

    private async Task<string> ValueAsync(string name)
        => (string)(await CallAsync("GetParameter", new JsonObject { ["Name"] = name, ["WithDecryption"] = true }))["Parameter"]!["Value"]!;
}
