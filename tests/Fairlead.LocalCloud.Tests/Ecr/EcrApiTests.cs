using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Fairlead.LocalCloud.Ecr;
using Fairlead.LocalCloud.Tests.Ecs;

namespace Fairlead.LocalCloud.Tests.Ecr;

/// <summary>ECR's API over the wire.</summary>
public sealed class EcrApiTests : IAsyncLifetime
{
    private static readonly JsonObject Rule = EcsHarness.Parse(
        """{"rulePriority":1,"selection":{"tagStatus":"any","countType":"imageCountMoreThan","countNumber":5},"action":{"type":"expire"}}""");

    private CloudClient _cloud = null!;

    public async Task InitializeAsync()
    {
        _cloud = await CloudClient.StartAsync();
        await CallAsync("CreateRepository", """{ "repositoryName": "shop" }""");
    }

    public async Task DisposeAsync() => await _cloud.DisposeAsync();

    [Fact]
    public async Task A_repository_is_what_it_was_made_as()
    {
        var made = await CallAsync("CreateRepository", """
            {
              "repositoryName": "kept", "imageTagMutability": "IMMUTABLE_WITH_EXCLUSION", "imageScanningConfiguration": { "scanOnPush": true },
              "imageTagMutabilityExclusionFilters": [{ "filterType": "WILDCARD", "filter": "dev-*" }],
              "encryptionConfiguration": { "encryptionType": "KMS", "kmsKey": "alias/k" }, "tags": [{ "Key": "team", "Value": "web" }]
            }
            """);
        await CallAsync("PutImageScanningConfiguration", """{ "repositoryName": "kept", "imageScanningConfiguration": { "scanOnPush": false } }""");
        _cloud = await _cloud.RestartAsync();

        var found = (await CallAsync("DescribeRepositories", """{ "repositoryNames": ["kept"] }"""))["repositories"]![0]!;
        found["encryptionConfiguration"]!.ToJsonString().ShouldBe("""{"encryptionType":"KMS","kmsKey":"alias/k"}""");
        ((string)found["imageTagMutability"]!).ShouldBe("IMMUTABLE_WITH_EXCLUSION");
        ((string)found["imageTagMutabilityExclusionFilters"]![0]!["filter"]!).ShouldBe("dev-*");
        ((bool)found["imageScanningConfiguration"]!["scanOnPush"]!).ShouldBeFalse();
        var arn = (string)made["repository"]!["repositoryArn"]!;
        (await CallAsync("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.ToJsonString().ShouldBe("""[{"Key":"team","Value":"web"}]""");
    }

    [Theory]
    [InlineData("DescribeRepositories", """{ "registryId": "1" }""", "with id '1'")]
    [InlineData("DescribeRepositories", """{ "registryId": "1", "repositoryNames": ["shop"] }""", "'shop' does not exist in the registry with id '1'")]
    [InlineData("ListImages", """{ "registryId": "1", "repositoryName": "shop" }""", "'shop' does not exist in the registry with id '1'")]
    [InlineData("DeleteRepository", """{ "registryId": "1", "repositoryName": "shop" }""", "'shop' does not exist in the registry with id '1'")]
    public async Task Another_registry_has_no_repositories_here(string operation, string body, string why)
    {
        var (code, message) = await _cloud.RefusalAsync("ecr", operation, body);

        code.ShouldBe("RepositoryNotFoundException");
        message.ShouldContain(why);
        await CallAsync("ListImages", """{ "registryId": "000000000000", "repositoryName": "shop" }""");
    }

    [Fact]
    public async Task Tags_come_and_go()
    {
        const string arn = "arn:aws:ecr:us-east-1:000000000000:repository/shop";
        await CallAsync("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{ "Key": "a", "Value": "1" }, { "Key": "b", "Value": "2" }] }""");
        await CallAsync("UntagResource", $$"""{ "resourceArn": "{{arn}}", "tagKeys": ["a"] }""");

        (await CallAsync("ListTagsForResource", $$"""{ "resourceArn": "{{arn}}" }"""))["tags"]!.ToJsonString().ShouldBe("""[{"Key":"b","Value":"2"}]""");
        (await ErrorAsync("TagResource", $$"""{ "resourceArn": "{{arn}}x", "tags": [] }""")).ShouldBe("RepositoryNotFoundException");
        (await ErrorAsync("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{ "Key": "aws:x" }] }""")).ShouldBe("InvalidTagParameterException");
        var many = string.Join(", ", Enumerable.Range(0, 50).Select(x => $$"""{ "Key": "{{x}}" }"""));
        (await ErrorAsync("TagResource", $$"""{ "resourceArn": "{{arn}}", "tags": [{{many}}] }""")).ShouldBe("TooManyTagsException");
    }

    [Fact]
    public async Task A_lifecycle_policy_is_kept_and_its_preview_says_that_it_is_not_carried_out()
    {
        var text = $$"""{"rules":[{{Rule.ToJsonString()}}]}""";
        (await ErrorAsync("GetLifecyclePolicy", """{ "repositoryName": "shop" }""")).ShouldBe("LifecyclePolicyNotFoundException");
        await CallAsync("PutLifecyclePolicy", new JsonObject { ["repositoryName"] = "shop", ["lifecyclePolicyText"] = text }.ToJsonString());

        ((string)(await CallAsync("GetLifecyclePolicy", """{ "repositoryName": "shop" }"""))["lifecyclePolicyText"]!).ShouldBe(text);
        var preview = await _cloud.RefusalAsync("ecr", "StartLifecyclePolicyPreview", """{ "repositoryName": "shop" }""");
        preview.Code.ShouldBe("ValidationException");
        preview.Message.ShouldContain("does not carry them out");
        (await ErrorAsync("GetLifecyclePolicyPreview", """{ "repositoryName": "shop" }""")).ShouldBe("LifecyclePolicyPreviewNotFoundException");
        await CallAsync("DeleteLifecyclePolicy", """{ "repositoryName": "shop" }""");
        (await ErrorAsync("DeleteLifecyclePolicy", """{ "repositoryName": "shop" }""")).ShouldBe("LifecyclePolicyNotFoundException");
    }

    [Theory]
    [InlineData("no json")]
    [InlineData("{}")]
    [InlineData("""{ "rules": [] }""")]
    [InlineData("""{ "rules": [1] }""")]
    [InlineData("""{ "rules": [{}, {}] }""")]
    public Task What_is_no_lifecycle_policy_is_refused(string text) => RefusesAsync(text);

    [Theory]
    [InlineData("""{ "rulePriority": null }""")]
    [InlineData("""{ "selection": { "tagStatus": "some" } }""")]
    [InlineData("""{ "selection": { "tagStatus": "tagged" } }""")]
    [InlineData("""{ "selection": { "tagPrefixList": ["v"] } }""")]
    [InlineData("""{ "selection": { "countType": "oldest" } }""")]
    [InlineData("""{ "selection": { "countType": "sinceImagePushed" } }""")]
    [InlineData("""{ "selection": { "countUnit": "days" } }""")]
    [InlineData("""{ "selection": { "countNumber": 0 } }""")]
    [InlineData("""{ "action": { "type": "keep" } }""")]
    public Task A_rule_that_is_none_is_refused(string change) => RefusesAsync($$"""{ "rules": [{{Rule.With(change).ToJsonString()}}] }""");

    [Fact]
    public Task Two_rules_of_the_same_priority_are_refused() => RefusesAsync($$"""{ "rules": [{{Rule.ToJsonString()}}, {{Rule.ToJsonString()}}] }""");

    [Fact]
    public async Task A_repository_policy_is_kept()
    {
        (await ErrorAsync("GetRepositoryPolicy", """{ "repositoryName": "shop" }""")).ShouldBe("RepositoryPolicyNotFoundException");
        (await ErrorAsync("SetRepositoryPolicy", """{ "repositoryName": "shop", "policyText": "none" }""")).ShouldBe("InvalidParameterException");
        await CallAsync("SetRepositoryPolicy", """{ "repositoryName": "shop", "policyText": "{\"Statement\":[]}" }""");

        ((string)(await CallAsync("GetRepositoryPolicy", """{ "repositoryName": "shop" }"""))["policyText"]!).ShouldBe("""{"Statement":[]}""");
        await CallAsync("DeleteRepositoryPolicy", """{ "repositoryName": "shop" }""");
        (await ErrorAsync("GetRepositoryPolicy", """{ "repositoryName": "shop" }""")).ShouldBe("RepositoryPolicyNotFoundException");
    }

    [Fact]
    public async Task A_layer_comes_in_parts_and_is_found_and_fetched()
    {
        var layer = Encoding.UTF8.GetBytes("the first part and the second");
        var digest = Digest.Of(layer);
        var upload = (string)(await CallAsync("InitiateLayerUpload", """{ "repositoryName": "shop" }"""))["uploadId"]!;
        var first = await CallAsync("UploadLayerPart", Part(upload, layer, 0, 14));
        (await ErrorAsync("UploadLayerPart", Part(upload, layer, 0, 14))).ShouldBe("InvalidLayerPartException");
        await CallAsync("UploadLayerPart", Part(upload, layer, 14, layer.Length));

        ((long)first["lastByteReceived"]!).ShouldBe(13);
        (await ErrorAsync("CompleteLayerUpload", $$"""{ "repositoryName": "shop", "uploadId": "{{Guid.NewGuid()}}", "layerDigests": ["{{digest}}"] }"""))
            .ShouldBe("UploadNotFoundException");
        ((string)(await CallAsync(
            "CompleteLayerUpload",
            $$"""{ "repositoryName": "shop", "uploadId": "{{upload}}", "layerDigests": ["{{digest}}"] }"""))["layerDigest"]!).ShouldBe(digest);
        var checkedLayers = await CallAsync(
            "BatchCheckLayerAvailability",
            $$"""{ "repositoryName": "shop", "layerDigests": ["{{digest}}", "{{Digest.Of([1])}}", "sha256:x"] }""");
        checkedLayers["layers"]!.AsArray().Select(x => (string)x!["layerAvailability"]!).ShouldBe(["AVAILABLE", "UNAVAILABLE"]);
        ((long)checkedLayers["layers"]![0]!["layerSize"]!).ShouldBe(layer.Length);
        ((string)checkedLayers["failures"]![0]!["failureCode"]!).ShouldBe("InvalidLayerDigest");
        var answer = await CallAsync("GetDownloadUrlForLayer", $$"""{ "repositoryName": "shop", "layerDigest": "{{digest}}" }""");
        var url = new Uri((string)answer["downloadUrl"]!);
        url.Authority.ShouldBe(_cloud.RegistryHost);
        (await ErrorAsync("GetDownloadUrlForLayer", $$"""{ "repositoryName": "shop", "layerDigest": "{{Digest.Of([1])}}" }"""))
            .ShouldBe("LayersNotFoundException");
        await _cloud.LogInAsync();
        (await _cloud.Registry.GetByteArrayAsync(url.AbsolutePath)).ShouldBe(layer);
    }

    [Fact]
    public async Task What_was_uploaded_must_be_what_its_digest_says()
    {
        var upload = (string)(await CallAsync("InitiateLayerUpload", """{ "repositoryName": "shop" }"""))["uploadId"]!;
        var complete = $$"""{ "repositoryName": "shop", "uploadId": "{{upload}}", "layerDigests": ["{{Digest.Of([9])}}"] }""";
        (await ErrorAsync("CompleteLayerUpload", complete)).ShouldBe("EmptyUploadException");
        (await ErrorAsync("UploadLayerPart", Part(upload, [1, 2], 0, 2).Replace("\"partLastByte\": 1", "\"partLastByte\": 5")))
            .ShouldBe("InvalidParameterException");
        await CallAsync("UploadLayerPart", Part(upload, [1, 2], 0, 2));

        (await ErrorAsync("CompleteLayerUpload", complete)).ShouldBe("InvalidLayerException");
    }

    [Theory]
    [InlineData("GET", "manifests/sha256:xyz")]
    [InlineData("GET", "blobs/sha256:xyz")]
    [InlineData("GET", "referrers/sha256:xyz")]
    [InlineData("GET", "referrers/latest")]
    [InlineData("DELETE", "manifests/sha256:xyz")]
    [InlineData("POST", "blobs/uploads/?digest=sha256:xyz")]
    [InlineData("POST", "blobs/uploads/?mount=md5:xyz&from=other")]
    public async Task A_malformed_digest_is_a_bad_request_in_the_form_of_the_registry(string method, string path)
    {
        await _cloud.LogInAsync();

        using var response = await _cloud.Registry.SendAsync(new HttpRequestMessage(new HttpMethod(method), $"/v2/shop/{path}"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        var error = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["errors"]![0]!;
        ((string)error["code"]!).ShouldBe("DIGEST_INVALID");
    }

    [Fact]
    public async Task A_manifest_that_is_too_large_is_refused()
    {
        await _cloud.LogInAsync();

        using var response = await _cloud.Registry.PutAsync("/v2/shop/manifests/large", new ByteArrayContent(new byte[4 * 1024 * 1024 + 1]));

        response.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
    }

    [Fact]
    public async Task Referrers_carry_their_type_and_annotations_and_can_be_filtered_by_type()
    {
        await _cloud.LogInAsync();
        var image = TestImage.Create(["/a"], ("a", "x"));
        var subject = await image.PushAsync(_cloud.Registry, "shop", "1");
        foreach (var type in new[] { "application/vnd.example.sbom", "application/vnd.example.signature" })
        {
            var referrer = $$"""
                {
                  "schemaVersion": 2, "mediaType": "application/vnd.oci.image.manifest.v1+json", "artifactType": "{{type}}",
                  "config": { "mediaType": "application/vnd.oci.empty.v1+json", "digest": "{{Digest.Of(image.Config)}}", "size": {{image.Config.Length}} },
                  "layers": [],
                  "subject": { "mediaType": "application/vnd.oci.image.manifest.v1+json", "digest": "{{subject}}", "size": {{image.Manifest.Length}} },
                  "annotations": { "org.example.by": "{{type[^4..]}}" }
                }
                """;
            using var content = new StringContent(referrer, Encoding.UTF8, "application/vnd.oci.image.manifest.v1+json");
            using var put = await _cloud.Registry.PutAsync($"/v2/shop/manifests/{Digest.Of(Encoding.UTF8.GetBytes(referrer))}", content);
            put.Headers.GetValues("OCI-Subject").ShouldBe([subject]);
        }

        using var response = await _cloud.Registry.GetAsync($"/v2/shop/referrers/{subject}?artifactType=application/vnd.example.sbom");

        response.Headers.GetValues("OCI-Filters-Applied").ShouldBe(["artifactType"]);
        var manifests = JsonNode.Parse(await response.Content.ReadAsStringAsync())!["manifests"]!.AsArray();
        ((string)manifests.Single()!["artifactType"]!, (string)manifests.Single()!["annotations"]!["org.example.by"]!)
            .ShouldBe(("application/vnd.example.sbom", "sbom"));
        (await _cloud.Registry.GetStringAsync($"/v2/shop/referrers/{Digest.Of([7])}")).ShouldContain("\"manifests\":[]");
    }

    [Fact]
    public async Task A_tag_that_is_excluded_from_being_immutable_can_move()
    {
        await _cloud.LogInAsync();
        await CallAsync(
            "PutImageTagMutability",
            """
            {
              "repositoryName": "shop", "imageTagMutability": "IMMUTABLE_WITH_EXCLUSION",
              "imageTagMutabilityExclusionFilters": [{ "filterType": "WILDCARD", "filter": "dev*" }]
            }
            """);
        var (one, two) = (TestImage.Create(["/a"], ("a", "1")), TestImage.Create(["/a"], ("a", "2")));

        await one.PushAsync(_cloud.Registry, "shop", "dev");
        await two.PushAsync(_cloud.Registry, "shop", "dev");
        await one.PushAsync(_cloud.Registry, "shop", "v1");
        await Should.ThrowAsync<HttpRequestException>(() => two.PushAsync(_cloud.Registry, "shop", "v1"));

        (await ErrorAsync("PutImageTagMutability", """{ "repositoryName": "shop", "imageTagMutability": "SOFT" }""")).ShouldBe("InvalidParameterException");
    }

    [Fact]
    public async Task A_scan_is_refused_in_words_and_there_are_no_findings()
    {
        await _cloud.LogInAsync();
        await TestImage.Create(["/a"], ("a", "x")).PushAsync(_cloud.Registry, "shop", "1");
        const string image = """{ "repositoryName": "shop", "imageId": { "imageTag": "1" } }""";

        var scan = await _cloud.RefusalAsync("ecr", "StartImageScan", image);
        (scan.Code, scan.Message).ShouldSatisfyAllConditions(
            x => x.Code.ShouldBe("ValidationException"),
            x => x.Message.ShouldContain("does not scan images"));
        (await ErrorAsync("DescribeImageScanFindings", image)).ShouldBe("ScanNotFoundException");
        foreach (var operation in new[] { "StartImageScan", "DescribeImageScanFindings" })
        {
            (await ErrorAsync(operation, image.Replace("\"1\"", "\"2\""))).ShouldBe("ImageNotFoundException");
            (await ErrorAsync(operation, image.Replace("shop", "none"))).ShouldBe("RepositoryNotFoundException");
            (await ErrorAsync(operation, """{ "repositoryName": "shop" }""")).ShouldBe("InvalidParameterException");
        }
    }

    [Fact]
    public async Task Layers_are_asked_for_a_hundred_at_a_time_in_a_repository_that_is_there()
    {
        var many = string.Join(", ", Enumerable.Range(0, 101).Select(x => $"\"{Digest.Of([(byte)x])}\""));
        (await ErrorAsync("BatchCheckLayerAvailability", $$"""{ "repositoryName": "shop", "layerDigests": [{{many}}] }"""))
            .ShouldBe("InvalidParameterException");
        (await ErrorAsync("BatchCheckLayerAvailability", """{ "repositoryName": "shop", "layerDigests": [] }""")).ShouldBe("InvalidParameterException");
        (await ErrorAsync("BatchCheckLayerAvailability", $$"""{ "repositoryName": "none", "layerDigests": ["{{Digest.Of([1])}}"] }"""))
            .ShouldBe("RepositoryNotFoundException");
    }

    private async Task RefusesAsync(string policy)
    {
        var request = new JsonObject { ["repositoryName"] = "shop", ["lifecyclePolicyText"] = policy };

        (await ErrorAsync("PutLifecyclePolicy", request.ToJsonString())).ShouldBe("InvalidParameterException");
    }

    private static string Part(string upload, byte[] layer, int from, int to) => $$"""
        {
          "repositoryName": "shop", "uploadId": "{{upload}}", "partFirstByte": {{from}}, "partLastByte": {{to - 1}},
          "layerPartBlob": "{{Convert.ToBase64String(layer[from..to])}}"
        }
        """;

    private Task<JsonObject> CallAsync(string operation, string body) => _cloud.CallAsync("ecr", operation, body);

    private Task<string> ErrorAsync(string operation, string body) => _cloud.ErrorAsync("ecr", operation, body);
}
