using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.SecretsManager;

/// <summary>Lists, filters, pages, batches and passwords.</summary>
public sealed class SecretListTests() : ServiceTests("secretsmanager")
{
    [Theory]
    [InlineData("name", "shop/", "shop/db,shop/mail")]
    [InlineData("name", "Shop", "")]
    [InlineData("name", "!shop/", "other")]
    [InlineData("description", "THE", "shop/db")]
    [InlineData("tag-key", "sta", "other,shop/db")]
    [InlineData("tag-value", "live", "shop/db")]
    [InlineData("all", "MAIL live", "shop/db,shop/mail")]
    [InlineData("owning-service", "rds", "")]
    public async Task A_filter_matches_as_the_reference_says(string key, string value, string names)
    {
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "shop/db", ["Description"] = "The database", ["Tags"] = Tags(("stage", "live")) });
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "shop/mail" });
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "other", ["Tags"] = Tags(("stage", "test")) });

        var found = await CallAsync("ListSecrets", Filter(new JsonObject { ["SortBy"] = "name" }, key, value));

        Texts(found["SecretList"], "Name").ShouldBe(names.Split(',', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task The_newest_comes_first_unless_another_order_is_asked_for()
    {
        await CreateAsync("b", "a", "c");
        await CallAsync("PutSecretValue", new JsonObject { ["SecretId"] = "b", ["SecretString"] = "2" });

        (await NamesAsync(null, null)).ShouldBe(["c", "a", "b"]);
        (await NamesAsync("created-date", "asc")).ShouldBe(["b", "a", "c"]);
        (await NamesAsync("name", "desc")).ShouldBe(["c", "b", "a"]);
        (await NamesAsync("last-changed-date", "desc")).ShouldBe(["b", "c", "a"]);
        (await ErrorAsync("ListSecrets", new JsonObject { ["SortBy"] = "size" })).ShouldBe("ValidationException");
    }

    [Theory]
    [InlineData("name", "asc")]
    [InlineData("name", "desc")]
    [InlineData("created-date", "desc")]
    public async Task A_page_ends_at_a_position_that_outlives_what_stood_there(string sortBy, string order)
    {
        await CreateAsync("a", "b", "c", "d", "e");

        var all = await PagesAsync(
            "ListSecrets",
            new JsonObject { ["MaxResults"] = 2, ["SortBy"] = sortBy, ["SortOrder"] = order },
            "SecretList",
            last => CallAsync("DeleteSecret", new JsonObject { ["SecretId"] = (string)last["Name"]!, ["ForceDeleteWithoutRecovery"] = true }));

        all.Select(x => (string)x["Name"]!).ShouldBe(order == "asc" ? ["a", "b", "c", "d", "e"] : ["e", "d", "c", "b", "a"]);
    }

    [Fact]
    public async Task A_token_of_another_list_is_refused()
    {
        await CreateAsync("a", "b");
        var token = (string)(await CallAsync("ListSecrets", new JsonObject { ["MaxResults"] = 1 }))["NextToken"]!;

        (await ErrorAsync("ListSecretVersionIds", new JsonObject { ["SecretId"] = "a", ["NextToken"] = token })).ShouldBe("InvalidNextTokenException");
        (await ErrorAsync("ListSecrets", new JsonObject { ["SortBy"] = "name", ["NextToken"] = token })).ShouldBe("InvalidNextTokenException");
        (await ErrorAsync("BatchGetSecretValue", Filter(new JsonObject { ["NextToken"] = token }, "name", "a"))).ShouldBe("InvalidNextTokenException");
        (await ErrorAsync("ListSecrets", new JsonObject { ["NextToken"] = token + "A" })).ShouldBe("InvalidNextTokenException");
    }

    [Fact]
    public async Task Versions_are_listed_page_by_page()
    {
        await CreateAsync("a");
        for (var i = 2; i <= 5; i++)
        {
            await CallAsync("PutSecretValue", new JsonObject { ["SecretId"] = "a", ["SecretString"] = $"{i}" });
        }

        var all = await PagesAsync(
            "ListSecretVersionIds",
            new JsonObject { ["SecretId"] = "a", ["IncludeDeprecated"] = true, ["MaxResults"] = 2 },
            "Versions");

        all.Select(x => string.Join(',', Texts(x["VersionStages"]))).ShouldBe(["", "", "", "AWSPREVIOUS", "AWSCURRENT"]);
    }

    [Fact]
    public async Task A_batch_gives_the_values_that_there_are_and_names_the_others()
    {
        await CreateAsync("a", "b", "c");
        await CallAsync("DeleteSecret", new JsonObject { ["SecretId"] = "c" });

        var answer = await CallAsync("BatchGetSecretValue", new JsonObject { ["SecretIdList"] = List("b", "none", "c", "a") });

        Texts(answer["SecretValues"], "Name").ShouldBe(["b", "a"]);
        Texts(answer["SecretValues"], "SecretString").ShouldBe(["value of b", "value of a"]);
        answer["Errors"]!.AsArray().Select(x => ((string)x!["SecretId"]!, (string)x["ErrorCode"]!))
            .ShouldBe([("none", "ResourceNotFoundException"), ("c", "InvalidRequestException")]);
    }

    [Fact]
    public async Task A_batch_by_filter_comes_page_by_page()
    {
        await CreateAsync("a1", "a2", "a3", "b");

        var all = await PagesAsync("BatchGetSecretValue", Filter(new JsonObject { ["MaxResults"] = 2 }, "name", "a"), "SecretValues");

        all.Select(x => (string)x["SecretString"]!).ShouldBe(["value of a1", "value of a2", "value of a3"], ignoreOrder: true);
        (await ErrorAsync("BatchGetSecretValue", [])).ShouldBe("InvalidParameterException");
        (await ErrorAsync("BatchGetSecretValue", Filter(new JsonObject { ["SecretIdList"] = List("a1") }, "name", "a"))).ShouldBe("InvalidParameterException");
        (await ErrorAsync("BatchGetSecretValue", new JsonObject { ["SecretIdList"] = List("a1"), ["MaxResults"] = 1 })).ShouldBe("InvalidParameterException");
        (await ErrorAsync("BatchGetSecretValue", new JsonObject { ["SecretIdList"] = List(Enumerable.Range(0, 21).Select(x => $"{x}")) }))
            .ShouldBe("ValidationException");
    }

    [Theory]
    [InlineData("{}", "^[!-~]{32}$")]
    [InlineData("""{ "PasswordLength": 4, "ExcludePunctuation": true, "IncludeSpace": true }""", "^(?=.*[a-z])(?=.*[A-Z])(?=.*[0-9])(?=.* )[a-zA-Z0-9 ]{4}$")]
    [InlineData(
        """{ "PasswordLength": 200, "ExcludePunctuation": true, "ExcludeUppercase": true, "ExcludeLowercase": true, "ExcludeCharacters": "01234" }""",
        "^[5-9]{200}$")]
    [InlineData("""{ "PasswordLength": 1, "RequireEachIncludedType": false }""", "^[!-~]$")]
    public async Task A_password_has_the_characters_that_were_asked_for(string request, string pattern)
    {
        var first = (string)(await CallAsync("GetRandomPassword", (JsonObject)JsonNode.Parse(request)!))["RandomPassword"]!;

        first.ShouldMatch(pattern);
    }

    [Theory]
    [InlineData("""{ "PasswordLength": 3 }""")]
    [InlineData("""{ "PasswordLength": 0 }""")]
    [InlineData("""{ "PasswordLength": 4097 }""")]
    [InlineData("""{ "ExcludeNumbers": true, "ExcludePunctuation": true, "ExcludeUppercase": true, "ExcludeLowercase": true }""")]
    public async Task A_password_that_cannot_be_is_refused(string request)
        => (await ErrorAsync("GetRandomPassword", (JsonObject)JsonNode.Parse(request)!)).ShouldBe("InvalidParameterException");

    private static JsonObject Filter(JsonObject request, string key, string value)
    {
        request["Filters"] = new JsonArray(new JsonObject { ["Key"] = key, ["Values"] = List(value) });
        return request;
    }

    private async Task CreateAsync(params string[] names)
    {
        foreach (var name in names)
        {
            await CallAsync("CreateSecret", new JsonObject { ["Name"] = name, ["SecretString"] = $"value of {name}" });
        }
    }

    private async Task<string[]> NamesAsync(string? sortBy, string? order)
        => Texts((await CallAsync("ListSecrets", new JsonObject { ["SortBy"] = sortBy, ["SortOrder"] = order }))["SecretList"], "Name");
}
