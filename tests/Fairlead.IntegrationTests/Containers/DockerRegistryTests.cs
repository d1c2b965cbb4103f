using System.Text.Json;
using Fairlead.Containers;
using Fairlead.Containers.Registry;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Containers;

/// <summary>The contract on Debian's docker-registry.</summary>
[Trait("Category", "Integration")]
public sealed class DockerRegistryTests(DockerRegistryFixture registry) : RegistryContract(registry), IClassFixture<DockerRegistryFixture>
{
    [ToolFact("docker-registry")]
    public Task A_pushed_image_is_there_and_a_second_push_writes_nothing() => Check_a_pushed_image_is_there_and_a_second_push_writes_nothing();

    [ToolFact("docker-registry")]
    public Task A_change_of_code_sends_only_the_app_layer() => Check_a_change_of_code_sends_only_the_app_layer();

    [ToolFact("docker-registry")]
    public Task A_push_that_was_cut_off_before_its_manifest_goes_on_where_it_was() => Check_a_push_that_was_cut_off_before_its_manifest_goes_on_where_it_was();

    [ToolFact("docker-registry")]
    public Task A_blob_that_is_not_what_its_digest_says_is_refused() => Check_a_blob_that_is_not_what_its_digest_says_is_refused();

    [ToolFact("docker-registry")]
    public Task A_manifest_without_its_blobs_is_refused() => Check_a_manifest_without_its_blobs_is_refused();

    [ToolFact("docker-registry")]
    public Task What_is_not_there_is_absent_and_no_error() => Check_what_is_not_there_is_absent_and_no_error();

    [ToolFact("docker-registry")]
    public async Task Wrong_credentials_are_refused_and_not_shown()
    {
        using var client = new RegistryClient(
            RepositoryReference.Parse(await registry.CreateRepositoryAsync()),
            new RegistryCredentials("AWS", "wrong-secret"));

        var error = await Should.ThrowAsync<FairleadException>(() => client.ManifestDigestAsync("v1", default));

        error.Next.ShouldContain("credentials");
        error.ToString().ShouldNotContain("wrong-secret");
    }

    [ToolFact("skopeo")]
    public async Task Skopeo_reads_the_layout()
    {
        var image = await BuildAsync("one");

        using var document = JsonDocument.Parse(await SkopeoAsync("inspect", $"oci:{image.LayoutDirectory}"));

        document.RootElement.GetProperty("Digest").GetString().ShouldBe(image.ManifestDigest);
        document.RootElement.GetProperty("Layers").EnumerateArray().Select(x => x.GetString()).ShouldBe(image.Layers.Select(x => x.Digest));
    }

    [ToolFact("skopeo", "docker-registry")]
    public async Task Skopeo_copies_what_was_pushed()
    {
        var image = await BuildAsync("one");
        var repository = await registry.CreateRepositoryAsync();
        using (var client = new RegistryClient(RepositoryReference.Parse(repository), registry.Credentials))
        {
            await new ImagePush(client, SilentReporter.Instance).PushAsync(image, "v1");
        }

        var copy = Path.Combine(image.LayoutDirectory, "..", "copy");
        await SkopeoAsync("copy", "--src-tls-verify=false", "--src-creds", "AWS:pass-for-tests", $"docker://{repository}:v1", $"oci:{copy}");

        (await OciLayout.OpenAsync(copy)).ManifestDigest.ShouldBe(image.ManifestDigest);
    }

    private static Task<string> SkopeoAsync(params string[] arguments) => CommandLine.SucceedAsync("skopeo", ["--insecure-policy", .. arguments]);
}
