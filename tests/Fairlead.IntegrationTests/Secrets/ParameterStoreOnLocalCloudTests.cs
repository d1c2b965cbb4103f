namespace Fairlead.IntegrationTests.Secrets;

/// <summary>The contract of Parameter Store on the local cloud.</summary>
[Trait("Category", "Integration")]
public sealed class ParameterStoreOnLocalCloudTests(LocalCloudAws cloud) : ParameterStoreContract(cloud), IClassFixture<LocalCloudAws>
{
    [Fact]
    public Task Versions_are_counted_and_read_by_number_and_label() => Check_versions_are_counted_and_read_by_number_and_label();

    [Fact]
    public Task A_secure_string_is_shown_only_when_that_is_asked_for() => Check_a_secure_string_is_shown_only_when_that_is_asked_for();

    [Fact]
    public Task A_path_is_read_page_by_page() => Check_a_path_is_read_page_by_page();

    [Fact]
    public Task What_is_not_there_is_named() => Check_what_is_not_there_is_named();

    [Fact]
    public Task Parameters_are_found_by_tag_and_name() => Check_parameters_are_found_by_tag_and_name();

    [Fact]
    public Task A_name_and_a_value_that_cannot_be_are_refused() => Check_a_name_and_a_value_that_cannot_be_are_refused();
}
