using Fairlead.Containers.Registry;
using Fairlead.IntegrationTests.Containers;

namespace Fairlead.IntegrationTests.Ecr;

/// <summary>The contract of registries on the local cloud's.</summary>
[Trait("Category", "Integration")]
public sealed class LocalRegistryTests(LocalRegistryFixture registry) : RegistryContract(registry), IClassFixture<LocalRegistryFixture>
{
    [Fact]
    public Task A_pushed_image_is_there_and_a_second_push_writes_nothing() => Check_a_pushed_image_is_there_and_a_second_push_writes_nothing();

    [Fact]
    public Task A_change_of_code_sends_only_the_app_layer() => Check_a_change_of_code_sends_only_the_app_layer();

    [Fact]
    public Task A_push_that_was_cut_off_before_its_manifest_goes_on_where_it_was() => Check_a_push_that_was_cut_off_before_its_manifest_goes_on_where_it_was();

    [Fact]
    public Task A_blob_that_is_not_what_its_digest_says_is_refused() => Check_a_blob_that_is_not_what_its_digest_says_is_refused();

    [Fact]
    public Task A_manifest_without_its_blobs_is_refused() => Check_a_manifest_without_its_blobs_is_refused();

    [Fact]
    public Task What_is_not_there_is_absent_and_no_error() => Check_what_is_not_there_is_absent_and_no_error();

    [Fact]
    public async Task Wrong_credentials_are_refused_and_not_shown()
    {
        using var client = new RegistryClient(
            RepositoryReference.Parse(await registry.CreateRepositoryAsync()),
            new RegistryCredentials("AWS", "wrong-secret"));

        var error = await Should.ThrowAsync<FairleadException>(() => client.ManifestDigestAsync("v1", default));

        error.Next.ShouldContain("credentials");
        error.ToString().ShouldNotContain("wrong-secret");
    }
}
