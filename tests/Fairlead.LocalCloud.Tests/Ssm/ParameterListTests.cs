using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.Ssm;

/// <summary>Paths, filters, pages and labels.</summary>
public sealed class ParameterListTests() : ServiceTests("ssm")
{
    [Theory]
    [InlineData("/shop", false, "/shop/db,/shop/mail")]
    [InlineData("/shop/", false, "/shop/db,/shop/mail")]
    [InlineData("/shop", true, "/shop/db,/shop/db/password,/shop/mail")]
    [InlineData("/sho", true, "")]
    [InlineData("/", false, "/other,plain")]
    [InlineData("/", true, "/other,/shop/db,/shop/db/password,/shop/mail,plain")]
    public async Task A_path_holds_what_is_on_the_level_below_it_and_all_below_when_asked(string path, bool recursive, string names)
    {
        await PutAllAsync("/shop/db", "/shop/db/password", "/shop/mail", "/other", "plain");

        var found = await CallAsync("GetParametersByPath", new JsonObject { ["Path"] = path, ["Recursive"] = recursive });

        Texts(found["Parameters"], "Name").ShouldBe(names.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("Name", null, "/shop/db", "/shop/db")]
    [InlineData("Name", "BeginsWith", "/shop/d", "/shop/db,/shop/db/key")]
    [InlineData("Name", "Contains", "other,key", "/other,/shop/db/key")]
    [InlineData("Path", null, "/shop", "/shop/db,/shop/mail")]
    [InlineData("Path", "Recursive", "/shop", "/shop/db,/shop/db/key,/shop/mail")]
    [InlineData("Type", null, "SecureString", "/shop/db/key")]
    [InlineData("Type", "BeginsWith", "String", "/other,/shop/db,/shop/mail")]
    [InlineData("KeyId", null, "alias/aws/ssm", "/shop/db/key")]
    [InlineData("Tier", null, "Advanced", "/other")]
    [InlineData("DataType", null, "aws:ec2:image", "/shop/mail")]
    [InlineData("tag:stage", null, "live", "/shop/db")]
    [InlineData("tag:stage", null, "", "/shop/db,/shop/mail")]
    [InlineData("tag:none", null, "", "")]
    public async Task DescribeParameters_takes_the_filters_of_the_reference(string key, string? option, string values, string names)
    {
        await PutAsync("/shop/db", ("Tags", Tags(("stage", "live"))));
        await PutAsync("/shop/db/key", ("Type", "SecureString"));
        await PutAsync("/shop/mail", ("DataType", "aws:ec2:image"), ("Tags", Tags(("stage", "test"))));
        await PutAsync("/other", ("Tier", "Advanced"));

        var found = await CallAsync("DescribeParameters", Filtered(key, option, values.Split(',', StringSplitOptions.RemoveEmptyEntries)));

        Texts(found["Parameters"], "Name").ShouldBe(names.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("DescribeParameters", "Label", null, "a", "InvalidFilterKey")]
    [InlineData("DescribeParameters", "Nothing", null, "a", "InvalidFilterKey")]
    [InlineData("DescribeParameters", "tag:", null, "a", "InvalidFilterKey")]
    [InlineData("DescribeParameters", "Type", "Contains", "a", "InvalidFilterOption")]
    [InlineData("DescribeParameters", "Path", "Equals", "/a", "InvalidFilterOption")]
    [InlineData("DescribeParameters", "Path", null, "a", "InvalidFilterValue")]
    [InlineData("DescribeParameters", "Name", null, "", "InvalidFilterValue")]
    [InlineData("GetParametersByPath", "Name", null, "a", "InvalidFilterKey")]
    [InlineData("GetParametersByPath", "tag:a", null, "a", "InvalidFilterKey")]
    [InlineData("GetParametersByPath", "Label", "BeginsWith", "a", "InvalidFilterOption")]
    public async Task A_filter_that_is_none_is_refused_by_its_name(string operation, string key, string? option, string values, string code)
    {
        var request = Filtered(key, option, values.Split(',', StringSplitOptions.RemoveEmptyEntries));
        request["Path"] = operation == "GetParametersByPath" ? "/" : null;

        (await ErrorAsync(operation, request)).ShouldBe(code);
    }

    [Fact]
    public async Task The_filters_that_were_there_before_work_and_not_together_with_the_new_ones()
    {
        await PutAllAsync("/a/1", "/a/2", "/b");
        var request = new JsonObject { ["Filters"] = new JsonArray(new JsonObject { ["Key"] = "Name", ["Values"] = List("/a") }) };

        Texts((await CallAsync("DescribeParameters", request))["Parameters"], "Name").ShouldBe(["/a/1", "/a/2"]);

        request["ParameterFilters"] = Filtered("Name", null, ["/b"])["ParameterFilters"]!.DeepClone();
        (await ErrorAsync("DescribeParameters", request)).ShouldBe("ValidationException");
    }

    [Fact]
    public async Task A_path_filtered_by_label_shows_the_labelled_versions()
    {
        await PutAllAsync("/a/1", "/a/2");
        await PutAsync("/a/1", ("Value", "newer"), ("Overwrite", true));
        await CallAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a/1", ["ParameterVersion"] = 1, ["Labels"] = List("live") });
        var request = Filtered("Label", null, ["live"]);
        request["Path"] = "/a";

        var found = (await CallAsync("GetParametersByPath", request))["Parameters"]!.AsArray().ShouldHaveSingleItem()!;

        ((string)found["Name"]!, (int)found["Version"]!, (string)found["Selector"]!).ShouldBe(("/a/1", 1, ":live"));
    }

    [Theory]
    [InlineData("DescribeParameters", """{ "MaxResults": 2 }""")]
    [InlineData("GetParametersByPath", """{ "MaxResults": 2, "Path": "/a" }""")]
    public async Task A_page_ends_at_a_position_that_outlives_what_stood_there(string operation, string request)
    {
        await PutAllAsync("/a/1", "/a/2", "/a/3", "/a/4", "/a/5");

        var all = await PagesAsync(
            operation,
            (JsonObject)JsonNode.Parse(request)!,
            "Parameters",
            last => CallAsync("DeleteParameter", new JsonObject { ["Name"] = (string)last["Name"]! }));

        all.Select(x => (string)x["Name"]!).ShouldBe(["/a/1", "/a/2", "/a/3", "/a/4", "/a/5"]);
    }

    [Fact]
    public async Task The_order_of_a_list_is_the_same_after_a_restart()
    {
        string[] ordered = ["/a/B", "/a/Z", "/a/_", "/a/a", "/a/b"];
        await PutAllAsync("/a/b", "/a/_", "/a/Z", "/a/a", "/a/B");

        await RestartAsync();

        (await PagesAsync("GetParametersByPath", new JsonObject { ["Path"] = "/a", ["MaxResults"] = 1 }, "Parameters"))
            .Select(x => (string)x["Name"]!)
            .ShouldBe(ordered);
    }

    [Theory]
    [InlineData("DescribeParameters", "{}")]
    [InlineData("GetParametersByPath", """{ "Path": "/b" }""")]
    [InlineData("GetParameterHistory", """{ "Name": "/a/1" }""")]
    public async Task A_token_of_another_list_and_one_that_was_changed_are_refused(string operation, string request)
    {
        await PutAllAsync("/a/1", "/a/2");
        var token = (string)(await CallAsync("GetParametersByPath", new JsonObject { ["Path"] = "/a", ["MaxResults"] = 1 }))["NextToken"]!;
        foreach (var wrong in new[] { token, token[..^1], "x", "/a/1" })
        {
            var asked = (JsonObject)JsonNode.Parse(request)!;
            asked["NextToken"] = wrong;
            (await ErrorAsync(operation, asked)).ShouldBe("InvalidNextToken", wrong);
        }
    }

    [Theory]
    [InlineData("DescribeParameters", 50)]
    [InlineData("GetParametersByPath", 10)]
    [InlineData("GetParameterHistory", 50)]
    public async Task A_page_is_as_long_as_the_reference_allows(string operation, int maximum)
    {
        await PutAllAsync("/a");
        foreach (var (size, isAllowed) in new[] { (0, false), (1, true), (maximum, true), (maximum + 1, false) })
        {
            var request = new JsonObject { ["Path"] = "/", ["Name"] = "/a", ["MaxResults"] = size };
            if (isAllowed)
            {
                (await CallAsync(operation, request))["Parameters"]!.AsArray().Count.ShouldBe(1);
            }
            else
            {
                (await ErrorAsync(operation, request)).ShouldBe("ValidationException");
            }
        }
    }

    [Fact]
    public async Task The_history_tells_every_version_with_its_labels_page_by_page()
    {
        await PutAsync("/a", ("Value", "1"));
        await PutAsync("/a", ("Value", "2"), ("Overwrite", true), ("Description", "second"));
        await PutAsync("/a", ("Value", "3"), ("Overwrite", true));
        await CallAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a", ["ParameterVersion"] = 2, ["Labels"] = List("good") });

        var all = await PagesAsync("GetParameterHistory", new JsonObject { ["Name"] = "/a", ["MaxResults"] = 2 }, "Parameters");

        all.Select(x => ((int)x["Version"]!, (string)x["Value"]!, (string?)x["Description"], string.Join(',', Texts(x["Labels"]))))
            .ShouldBe([(1, "1", null, ""), (2, "2", "second", "good"), (3, "3", "second", "")]);
        (await ErrorAsync("GetParameterHistory", new JsonObject { ["Name"] = "/a:2" })).ShouldBe("ParameterNotFound");
    }

    [Fact]
    public async Task A_label_is_on_one_version_and_moves()
    {
        await PutAllAsync("/a");
        await PutAsync("/a", ("Value", "2"), ("Overwrite", true));
        await CallAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a", ["ParameterVersion"] = 1, ["Labels"] = List("live", "old") });

        var moved = await CallAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a", ["Labels"] = List("live") });

        ((int)moved["ParameterVersion"]!).ShouldBe(2);
        ((int)(await CallAsync("GetParameter", new JsonObject { ["Name"] = "/a:live" }))["Parameter"]!["Version"]!).ShouldBe(2);
        ((int)(await CallAsync("GetParameter", new JsonObject { ["Name"] = "/a:old" }))["Parameter"]!["Version"]!).ShouldBe(1);
        var removed = await CallAsync(
            "UnlabelParameterVersion",
            new JsonObject { ["Name"] = "/a", ["ParameterVersion"] = 2, ["Labels"] = List("live", "old") });
        (Texts(removed["RemovedLabels"]).Single(), Texts(removed["InvalidLabels"]).Single()).ShouldBe(("live", "old"));
        (await ErrorAsync("GetParameter", new JsonObject { ["Name"] = "/a:live" })).ShouldBe("ParameterVersionNotFound");
    }

    [Fact]
    public async Task Labels_that_cannot_be_ones_are_told_and_an_eleventh_is_refused()
    {
        await PutAllAsync("/a");

        var answer = await CallAsync(
            "LabelParameterVersion",
            new JsonObject { ["Name"] = "/a", ["Labels"] = List("ok", "1st", "awsLabel", "SSM", "a b", new string('x', 101)) });

        Texts(answer["InvalidLabels"]).ShouldBe(["1st", "awsLabel", "SSM", "a b", new string('x', 101)]);
        (await ErrorAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a", ["Labels"] = List(Enumerable.Range(0, 10).Select(x => $"l{x}")) }))
            .ShouldBe("ParameterVersionLabelLimitExceeded");
        (await ErrorAsync("LabelParameterVersion", new JsonObject { ["Name"] = "/a", ["ParameterVersion"] = 2, ["Labels"] = List("b") }))
            .ShouldBe("ParameterVersionNotFound");
    }

    private static JsonObject Filtered(string key, string? option, IReadOnlyList<string> values)
    {
        var filter = new JsonObject { ["Key"] = key };
        if (option is not null)
        {
            filter["Option"] = option;
        }

        if (values.Count > 0)
        {
            filter["Values"] = List(values);
        }

        return new JsonObject { ["ParameterFilters"] = new JsonArray(filter) };
    }

    private async Task PutAllAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await PutAsync(name);
        }
    }

    private Task<JsonObject> PutAsync(string name, params (string Member, JsonNode Value)[] members)
    {
        var request = new JsonObject { ["Name"] = name, ["Value"] = "1", ["Type"] = "String" };
        foreach (var (member, value) in members)
        {
            request[member] = value;
        }

        return CallAsync("PutParameter", request);
    }
}
