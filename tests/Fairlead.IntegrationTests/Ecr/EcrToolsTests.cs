using System.Text.Json;
using Fairlead.IntegrationTests.Ecs;

namespace Fairlead.IntegrationTests.Ecr;

/// <summary>The AWS CLI, skopeo and docker against the local cloud's ECR and its registry, unchanged.</summary>
[Trait("Category", "Integration")]
public sealed class EcrToolsTests(LocalCloudFixture cloud) : IClassFixture<LocalCloudFixture>
{
    [ToolFact("aws")]
    public async Task A_repository_is_made_described_and_deleted()
    {
        var made = (await cloud.AwsJsonAsync(
            "ecr",
            "create-repository",
            "--repository-name",
            "team/shop",
            "--image-tag-mutability",
            "IMMUTABLE")).GetProperty("repository");

        made.GetProperty("repositoryUri").GetString().ShouldBe($"{cloud.RegistryHost}/team/shop");
        (await cloud.AwsErrorAsync("ecr", "create-repository", "--repository-name", "team/shop")).ShouldContain("RepositoryAlreadyExistsException");
        (await cloud.AwsJsonAsync("ecr", "describe-repositories", "--repository-names", "team/shop"))
            .GetProperty("repositories")[0]
            .GetProperty("imageTagMutability")
            .GetString()
            .ShouldBe("IMMUTABLE");
        await cloud.AwsAsync("ecr", "delete-repository", "--repository-name", "team/shop");
        (await cloud.AwsErrorAsync("ecr", "describe-repositories", "--repository-names", "team/shop")).ShouldContain("RepositoryNotFoundException");
    }

    [ToolFact("aws", "skopeo", "busybox")]
    public async Task Skopeo_pushes_inspects_and_pulls_the_same_bytes()
    {
        var layout = BusyboxImage.Write(Path.Combine(cloud.Folder, "layout"), "echo hello");
        var digest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(layout, "index.json"))).RootElement
            .GetProperty("manifests")[0]
            .GetProperty("digest")
            .GetString();

        var image = await cloud.PushAsync(layout, "skopeo", "v1");
        var login = await cloud.LogInAsync();
        var inspected = await CommandLine.SucceedAsync(
            "skopeo",
            ["--insecure-policy", "inspect", "--tls-verify=false", "--authfile", login, $"docker://{cloud.RegistryHost}/skopeo:v1"]);
        var back = Path.Combine(cloud.Folder, "back");
        await CommandLine.SucceedAsync(
            "skopeo",
            ["--insecure-policy", "copy", "--src-tls-verify=false", "--authfile", login, $"docker://{image}", $"oci:{back}"]);

        image.ShouldEndWith($"@{digest}");
        using var document = JsonDocument.Parse(inspected);
        document.RootElement.GetProperty("Digest").GetString().ShouldBe(digest);
        document.RootElement.GetProperty("RepoTags").EnumerateArray().Select(x => x.GetString()).ShouldBe(["v1"]);
        foreach (var blob in Directory.GetFiles(Path.Combine(layout, "blobs", "sha256")))
        {
            (await File.ReadAllBytesAsync(Path.Combine(back, "blobs", "sha256", Path.GetFileName(blob)))).ShouldBe(await File.ReadAllBytesAsync(blob));
        }

        var details = (await cloud.AwsJsonAsync("ecr", "describe-images", "--repository-name", "skopeo"))
            .GetProperty("imageDetails")
            .EnumerateArray()
            .ShouldHaveSingleItem();
        details.GetProperty("imageTags").EnumerateArray().Select(x => x.GetString()).ShouldBe(["v1"]);
        details.GetProperty("imageSizeInBytes").GetInt64().ShouldBeGreaterThan(100_000);
    }

    [ToolFact("aws", "skopeo", "busybox")]
    public async Task Without_a_token_nothing_is_read_and_an_immutable_tag_is_not_moved()
    {
        var layout = BusyboxImage.Write(Path.Combine(cloud.Folder, "first"), "echo first");
        await cloud.PushAsync(layout, "kept", "v1");
        await cloud.AwsAsync("ecr", "put-image-tag-mutability", "--repository-name", "kept", "--image-tag-mutability", "IMMUTABLE");
        var other = BusyboxImage.Write(Path.Combine(cloud.Folder, "second"), "echo second");

        var (anonymous, _, refused) = await CommandLine.RunAsync(
            "skopeo",
            ["inspect", "--tls-verify=false", "--no-creds", $"docker://{cloud.RegistryHost}/kept:v1"]);
        var (moved, _, why) = await CommandLine.RunAsync("skopeo", [
            "--insecure-policy",
            "copy",
            "--dest-tls-verify=false",
            "--authfile",
            await cloud.LogInAsync(),
            $"oci:{other}",
            $"docker://{cloud.RegistryHost}/kept:v1"
        ]);

        anonymous.ShouldNotBe(0);
        refused.ShouldContain("unauthorized", Case.Insensitive);
        moved.ShouldNotBe(0);
        why.ShouldContain("immutable");
    }

    [DockerFact("aws", "skopeo", "docker", "busybox")]
    public async Task Docker_logs_in_pulls_runs_tags_and_pushes()
    {
        var image = await cloud.PushAsync(BusyboxImage.Write(Path.Combine(cloud.Folder, "docker"), "echo \"$GREETING from docker\""), "docker", "v1");
        var settings = new Dictionary<string, string> { ["DOCKER_CONFIG"] = Path.Combine(cloud.Folder, "docker-config") };
        var copy = $"{cloud.RegistryHost}/docker:v2";
        try
        {
            await CommandLine.SucceedAsync(
                "docker",
                ["login", "--username", "AWS", "--password-stdin", cloud.RegistryHost],
                settings,
                (await cloud.AwsAsync("ecr", "get-login-password")).Trim());
            await CommandLine.SucceedAsync("docker", ["pull", "--quiet", image], settings);
            (await CommandLine.SucceedAsync("docker", ["run", "--rm", image], settings)).ShouldBe("hello from docker\n");
            await CommandLine.SucceedAsync("docker", ["tag", image, copy], settings);
            await CommandLine.SucceedAsync("docker", ["push", "--quiet", copy], settings);
        }
        finally
        {
            await CommandLine.RunAsync("docker", ["rmi", "--force", copy, image], settings);
        }

        (await cloud.AwsJsonAsync("ecr", "list-images", "--repository-name", "docker", "--filter", "tagStatus=TAGGED", "--query", "imageIds[].imageTag"))
            .EnumerateArray().Select(x => x.GetString()).Order().ShouldBe(["v1", "v2"]);
    }
}
