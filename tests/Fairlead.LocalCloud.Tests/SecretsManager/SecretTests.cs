using System.Text.Json.Nodes;

namespace Fairlead.LocalCloud.Tests.SecretsManager;

/// <summary>A secret from its making to its end.</summary>
public sealed class SecretTests() : ServiceTests("secretsmanager")
{
    private const string First = "11111111-1111-1111-1111-111111111111";
    private const string Second = "22222222-2222-2222-2222-222222222222";

    [Fact]
    public async Task A_secret_is_read_by_name_by_its_ARN_and_by_the_ARN_without_the_six_characters()
    {
        var made = await CreateAsync("shop/db", "hunter2");
        var arn = (string)made["ARN"]!;

        arn.ShouldMatch("^arn:aws:secretsmanager:us-east-1:000000000000:secret:shop/db-[A-Za-z0-9]{6}$");
        foreach (var id in new[] { "shop/db", arn, arn[..^7] })
        {
            var found = await GetAsync(id);
            ((string)found["SecretString"]!, (string)found["ARN"]!, (string)found["Name"]!).ShouldBe(("hunter2", arn, "shop/db"), id);
            Texts(found["VersionStages"]).ShouldBe(["AWSCURRENT"]);
            found["VersionId"]!.ToJsonString().ShouldBe(made["VersionId"]!.ToJsonString());
        }

        foreach (var id in new[] { "shop", "shop/db-x", arn[..^8], arn + "x", arn.Replace("us-east-1", "eu-central-1") })
        {
            (await ErrorAsync("GetSecretValue", Id(id))).ShouldBe("ResourceNotFoundException", id);
        }
    }

    [Fact]
    public async Task A_name_is_given_once_and_a_repeated_request_answers_as_the_first()
    {
        var request = new JsonObject { ["Name"] = "a", ["SecretString"] = "1", ["ClientRequestToken"] = First };
        var first = await CallAsync("CreateSecret", request);

        (await CallAsync("CreateSecret", request)).ToJsonString().ShouldBe(first.ToJsonString());

        foreach (var (value, token) in new[] { ("2", First), ("1", Second), ("1", null) })
        {
            (await ErrorAsync("CreateSecret", new JsonObject { ["Name"] = "a", ["SecretString"] = value, ["ClientRequestToken"] = token }))
                .ShouldBe("ResourceExistsException");
        }
    }

    [Fact]
    public async Task A_new_value_is_current_and_the_one_before_is_previous()
    {
        await CreateAsync("a", "1");
        await CallAsync("PutSecretValue", With(Id("a"), "SecretString", "2"));
        var third = await CallAsync("PutSecretValue", With(Id("a"), "SecretString", "3"));

        Texts(third["VersionStages"]).ShouldBe(["AWSCURRENT"]);
        ((string)(await GetAsync("a"))["SecretString"]!).ShouldBe("3");
        ((string)(await GetAsync("a", stage: "AWSPREVIOUS"))["SecretString"]!).ShouldBe("2");
        ((string)(await GetAsync("a", version: (string)third["VersionId"]!))["SecretString"]!).ShouldBe("3");
        (await StagesAsync("a")).Count.ShouldBe(2);
        (await CallAsync("ListSecretVersionIds", Id("a")))["Versions"]!.AsArray().Count.ShouldBe(2);
        (await CallAsync("ListSecretVersionIds", With(Id("a"), "IncludeDeprecated", true)))["Versions"]!.AsArray().Count.ShouldBe(3);
    }

    [Fact]
    public async Task A_put_is_repeated_without_another_version_and_never_changes_one()
    {
        await CreateAsync("a", "1");
        var put = new JsonObject { ["SecretId"] = "a", ["SecretString"] = "2", ["ClientRequestToken"] = Second };
        await CallAsync("PutSecretValue", put);
        await CallAsync("PutSecretValue", put);

        (await StagesAsync("a")).Count.ShouldBe(2);
        (await ErrorAsync("PutSecretValue", With(put, "SecretString", "3"))).ShouldBe("ResourceExistsException");
        (await ErrorAsync("UpdateSecret", With(put, "SecretString", "3"))).ShouldBe("ResourceExistsException");
        ((string)(await GetAsync("a"))["SecretString"]!).ShouldBe("2");
    }

    [Fact]
    public async Task A_pending_version_becomes_current_when_its_label_is_moved()
    {
        var first = (string)(await CreateAsync("a", "1"))["VersionId"]!;
        await CallAsync("PutSecretValue", new JsonObject
        {
            ["SecretId"] = "a",
            ["SecretString"] = "2",
            ["ClientRequestToken"] = Second,
            ["VersionStages"] = List("AWSPENDING"),
        });
        ((string)(await GetAsync("a"))["SecretString"]!).ShouldBe("1");
        ((string)(await GetAsync("a", stage: "AWSPENDING"))["SecretString"]!).ShouldBe("2");
        var move = new JsonObject { ["SecretId"] = "a", ["VersionStage"] = "AWSCURRENT", ["MoveToVersionId"] = Second };

        (await RefusalAsync("UpdateSecretVersionStage", move)).Message.ShouldContain($"currently attached to version {first}");
        (await ErrorAsync("UpdateSecretVersionStage", With(move, "RemoveFromVersionId", Second))).ShouldBe("InvalidParameterException");
        await CallAsync("UpdateSecretVersionStage", With(move, "RemoveFromVersionId", first));

        var stages = await StagesAsync("a");
        stages[Second].ShouldBe(["AWSPENDING", "AWSCURRENT"]);
        stages[first].ShouldBe(["AWSPREVIOUS"]);
        await CallAsync(
            "UpdateSecretVersionStage",
            new JsonObject { ["SecretId"] = "a", ["VersionStage"] = "AWSPENDING", ["RemoveFromVersionId"] = Second });
        (await ErrorAsync("GetSecretValue", With(Id("a"), "VersionStage", "AWSPENDING"))).ShouldBe("ResourceNotFoundException");
        (await ErrorAsync(
            "UpdateSecretVersionStage",
            new JsonObject { ["SecretId"] = "a", ["VersionStage"] = "AWSCURRENT", ["RemoveFromVersionId"] = Second })).ShouldBe("InvalidParameterException");
        (await ErrorAsync("UpdateSecretVersionStage", new JsonObject { ["SecretId"] = "a", ["VersionStage"] = "x", ["MoveToVersionId"] = new string('9', 36) }))
            .ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task Going_back_to_the_previous_version_swaps_the_labels()
    {
        var first = (string)(await CreateAsync("a", "1"))["VersionId"]!;
        var second = (string)(await CallAsync("PutSecretValue", With(Id("a"), "SecretString", "2")))["VersionId"]!;

        await CallAsync(
            "UpdateSecretVersionStage",
            new JsonObject { ["SecretId"] = "a", ["VersionStage"] = "AWSCURRENT", ["MoveToVersionId"] = first, ["RemoveFromVersionId"] = second });

        var stages = await StagesAsync("a");
        (stages[first].Single(), stages[second].Single()).ShouldBe(("AWSCURRENT", "AWSPREVIOUS"));
    }

    [Fact]
    public async Task The_first_version_is_current_whatever_its_labels_are_and_a_secret_without_one_has_no_value()
    {
        (await CallAsync("CreateSecret", new JsonObject { ["Name"] = "a" }))["VersionId"].ShouldBeNull();
        (await RefusalAsync("GetSecretValue", Id("a"))).ShouldBe(
            ("ResourceNotFoundException", "Secrets Manager can't find the specified secret value for staging label: AWSCURRENT"));

        await CallAsync("PutSecretValue", new JsonObject { ["SecretId"] = "a", ["SecretString"] = "1", ["VersionStages"] = List("mine") });

        Texts((await GetAsync("a"))["VersionStages"]).ShouldBe(["mine", "AWSCURRENT"]);
    }

    [Fact]
    public async Task Version_and_label_have_to_go_together()
    {
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "a", ["SecretString"] = "1", ["ClientRequestToken"] = First });
        var request = With(With(Id("a"), "VersionId", First), "VersionStage", "AWSCURRENT");

        ((string)(await CallAsync("GetSecretValue", request))["SecretString"]!).ShouldBe("1");
        (await ErrorAsync("GetSecretValue", With(request, "VersionStage", "AWSPREVIOUS"))).ShouldBe("InvalidRequestException");
        (await ErrorAsync("GetSecretValue", With(request, "VersionId", Second))).ShouldBe("ResourceNotFoundException");
        (await ErrorAsync("GetSecretValue", With(request, "VersionId", "short"))).ShouldBe("ValidationException");
    }

    [Fact]
    public async Task An_update_changes_what_it_says_and_makes_a_version_only_of_a_value()
    {
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "a", ["SecretString"] = "1", ["Description"] = "before", ["KmsKeyId"] = "alias/mine" });

        (await CallAsync("UpdateSecret", With(Id("a"), "Description", "after")))["VersionId"].ShouldBeNull();
        (await CallAsync("UpdateSecret", With(Id("a"), "SecretString", "2")))["VersionId"].ShouldNotBeNull();

        var described = await CallAsync("DescribeSecret", Id("a"));
        ((string)described["Description"]!, (string)described["KmsKeyId"]!).ShouldBe(("after", "alias/mine"));
        ((string)(await GetAsync("a"))["SecretString"]!).ShouldBe("2");
    }

    [Fact]
    public async Task Bytes_come_back_as_they_were()
    {
        var bytes = Convert.ToBase64String([0, 255, 7]);
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "a", ["SecretBinary"] = bytes });

        var found = await GetAsync("a");

        ((string)found["SecretBinary"]!, found["SecretString"]).ShouldBe((bytes, null));
    }

    [Fact]
    public async Task A_deleted_secret_gives_nothing_out_until_it_is_restored()
    {
        await CreateAsync("a", "1");
        var deleted = await CallAsync("DeleteSecret", With(Id("a"), "RecoveryWindowInDays", 7));

        DateTimeOffset.FromUnixTimeSeconds((long)(double)deleted["DeletionDate"]!).ShouldBe(DateTimeOffset.UtcNow.AddDays(7), TimeSpan.FromMinutes(5));
        (string Operation, JsonObject Request)[] refused =
        [
            ("GetSecretValue", Id("a")),
            ("PutSecretValue", With(Id("a"), "SecretString", "2")),
            ("UpdateSecret", With(Id("a"), "SecretString", "2")),
            ("UpdateSecretVersionStage", With(With(Id("a"), "VersionStage", "x"), "MoveToVersionId", First)),
            ("TagResource", With(Id("a"), "Tags", Tags(("a", "b")))),
            ("UntagResource", With(Id("a"), "TagKeys", List("a"))),
            ("PutResourcePolicy", With(Id("a"), "ResourcePolicy", "{}")),
            ("GetResourcePolicy", Id("a")),
            ("DeleteSecret", Id("a")),
            ("CreateSecret", new JsonObject { ["Name"] = "a", ["SecretString"] = "2" }),
        ];
        foreach (var (operation, request) in refused)
        {
            (await ErrorAsync(operation, request)).ShouldBe("InvalidRequestException", operation);
        }

        (await CallAsync("DescribeSecret", Id("a")))["DeletedDate"].ShouldNotBeNull();
        (await CallAsync("ListSecrets", []))["SecretList"]!.AsArray().ShouldBeEmpty();
        (await CallAsync("ListSecrets", new JsonObject { ["IncludePlannedDeletion"] = true }))["SecretList"]!.AsArray().Count.ShouldBe(1);

        await CallAsync("RestoreSecret", Id("a"));
        ((string)(await GetAsync("a"))["SecretString"]!).ShouldBe("1");
        (await CallAsync("DescribeSecret", Id("a")))["DeletedDate"].ShouldBeNull();
    }

    [Theory]
    [InlineData(6, null)]
    [InlineData(31, null)]
    [InlineData(7, true)]
    public async Task A_window_that_cannot_be_is_refused(int days, bool? force)
    {
        await CreateAsync("a", "1");

        (await ErrorAsync("DeleteSecret", new JsonObject { ["SecretId"] = "a", ["RecoveryWindowInDays"] = days, ["ForceDeleteWithoutRecovery"] = force }))
            .ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task A_forced_deletion_is_at_once_and_of_one_that_is_gone_no_error()
    {
        var arn = (string)(await CreateAsync("a", "1"))["ARN"]!;
        await CallAsync("DeleteSecret", Id("a"));
        var force = With(Id(arn), "ForceDeleteWithoutRecovery", true);

        ((string)(await CallAsync("DeleteSecret", force))["Name"]!).ShouldBe("a");
        await CallAsync("DeleteSecret", force);

        (await ErrorAsync("DescribeSecret", Id("a"))).ShouldBe("ResourceNotFoundException");
        (await ErrorAsync("DeleteSecret", Id("a"))).ShouldBe("ResourceNotFoundException");
        ((string)(await CreateAsync("a", "2"))["ARN"]!).ShouldNotBe(arn);
    }

    [Fact]
    public async Task Tags_and_policy_are_kept_and_given_back()
    {
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "a", ["Tags"] = Tags(("stage", "test"), ("team", "shop")) });
        await CallAsync("TagResource", With(Id("a"), "Tags", Tags(("stage", "live"))));
        await CallAsync("UntagResource", With(Id("a"), "TagKeys", List("team")));
        var tag = (await CallAsync("DescribeSecret", Id("a")))["Tags"]!.AsArray().ShouldHaveSingleItem()!;
        ((string)tag["Key"]!, (string)tag["Value"]!).ShouldBe(("stage", "live"));
        var tooMany = With(Id("a"), "Tags", Tags(Enumerable.Range(0, 50).Select(x => ($"k{x}", ""))));
        (await ErrorAsync("TagResource", tooMany)).ShouldBe("InvalidParameterException");

        (await CallAsync("GetResourcePolicy", Id("a")))["ResourcePolicy"].ShouldBeNull();
        await CallAsync("PutResourcePolicy", With(Id("a"), "ResourcePolicy", """{ "Version": "2012-10-17", "Statement": [] }"""));
        ((string)(await CallAsync("GetResourcePolicy", Id("a")))["ResourcePolicy"]!).ShouldBe("""{ "Version": "2012-10-17", "Statement": [] }""");
        (await ErrorAsync("PutResourcePolicy", With(Id("a"), "ResourcePolicy", "{"))).ShouldBe("MalformedPolicyDocumentException");
        await CallAsync("DeleteResourcePolicy", Id("a"));
        (await CallAsync("GetResourcePolicy", Id("a")))["ResourcePolicy"].ShouldBeNull();
    }

    [Theory]
    [InlineData("CreateSecret", """{ "Name": "a b", "SecretString": "hunter2" }""", "ValidationException")]
    [InlineData("CreateSecret", """{ "SecretString": "hunter2" }""", "ValidationException")]
    [InlineData("CreateSecret", """{ "Name": "a", "SecretString": "hunter2", "SecretBinary": "aHVudGVyMg==" }""", "InvalidParameterException")]
    [InlineData("CreateSecret", """{ "Name": "a", "SecretString": "" }""", "ValidationException")]
    [InlineData("CreateSecret", """{ "Name": "a", "SecretBinary": "hunter2!" }""", "SerializationException")]
    [InlineData("CreateSecret", """{ "Name": "a", "SecretString": "hunter2", "ClientRequestToken": "short" }""", "InvalidParameterException")]
    [InlineData("CreateSecret", """{ "Name": "a", "Tags": [{ "Key": "aws:x", "Value": "" }] }""", "InvalidParameterException")]
    [InlineData("CreateSecret", """{ "Name": "a", "AddReplicaRegions": [{ "Region": "eu-central-1" }] }""", "InvalidParameterException")]
    [InlineData("PutSecretValue", """{ "SecretId": "known" }""", "InvalidRequestException")]
    [InlineData("PutSecretValue", """{ "SecretId": "known", "SecretString": "hunter2", "VersionStages": [] }""", "ValidationException")]
    [InlineData("GetSecretValue", "{}", "ValidationException")]
    [InlineData("RotateSecret", """{ "SecretId": "known" }""", "UnknownOperationException")]
    public async Task What_the_reference_forbids_is_refused_by_its_name_and_without_the_value(string operation, string request, string code)
    {
        await CreateAsync("known", "1");

        var refusal = await RefusalAsync(operation, (JsonObject)JsonNode.Parse(request)!);

        refusal.Code.ShouldBe(code);
        refusal.Message.ShouldNotContain("hunter2");
        (await ErrorAsync("DescribeSecret", Id("a"))).ShouldBe("ResourceNotFoundException");
    }

    [Fact]
    public async Task A_value_has_64_KiB_at_most()
    {
        await CreateAsync("a", new string('x', 65536));

        (await ErrorAsync("PutSecretValue", With(Id("a"), "SecretString", new string('x', 65537)))).ShouldBe("ValidationException");
        (await ErrorAsync("PutSecretValue", With(Id("a"), "SecretBinary", Convert.ToBase64String(new byte[65537])))).ShouldBe("ValidationException");
    }

    [Fact]
    public async Task A_secret_has_20_labels_at_most_and_a_refused_put_leaves_all_as_it_was()
    {
        await CreateAsync("a", "1");
        var put = With(With(Id("a"), "SecretString", "2"), "VersionStages", List(Enumerable.Range(0, 20).Select(x => $"s{x}")));

        (await ErrorAsync("PutSecretValue", put)).ShouldBe("LimitExceededException");

        (await StagesAsync("a")).ShouldHaveSingleItem().Value.ShouldBe(["AWSCURRENT"]);
    }

    [Fact]
    public async Task No_value_is_readable_in_a_file_of_the_state_and_all_is_there_after_a_restart()
    {
        await CreateAsync("a", "hunter2");
        await CallAsync("CreateSecret", new JsonObject { ["Name"] = "b", ["SecretBinary"] = "aHVudGVyMg==" });

        StateFiles().ShouldAllBe(x => !x.Text.Contains("hunter2") && !x.Text.Contains("aHVudGVyMg"));
        await RestartAsync();

        ((string)(await GetAsync("a"))["SecretString"]!).ShouldBe("hunter2");
        ((string)(await GetAsync("b"))["SecretBinary"]!).ShouldBe("aHVudGVyMg==");
    }

    private static JsonObject Id(string id) => new() { ["SecretId"] = id };

    private static JsonObject With(JsonObject request, string member, JsonNode value)
    {
        var result = (JsonObject)request.DeepClone();
        result[member] = value;
        return result;
    }

    private Task<JsonObject> CreateAsync(string name, string value) => CallAsync("CreateSecret", new JsonObject { ["Name"] = name, ["SecretString"] = value });

    private Task<JsonObject> GetAsync(string id, string? version = null, string? stage = null)
        => CallAsync("GetSecretValue", new JsonObject { ["SecretId"] = id, ["VersionId"] = version, ["VersionStage"] = stage });

    private async Task<Dictionary<string, string[]>> StagesAsync(string id)
        => (await CallAsync("DescribeSecret", Id(id)))["VersionIdsToStages"]!.AsObject().ToDictionary(x => x.Key, x => Texts(x.Value));
}
