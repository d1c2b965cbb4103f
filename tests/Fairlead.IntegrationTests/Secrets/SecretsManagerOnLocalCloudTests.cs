namespace Fairlead.IntegrationTests.Secrets;

/// <summary>The contract of Secrets Manager on the local cloud.</summary>
[Trait("Category", "Integration")]
public sealed class SecretsManagerOnLocalCloudTests(LocalCloudAws cloud) : SecretsManagerContract(cloud), IClassFixture<LocalCloudAws>
{
    [ToolFact("aws")]
    public Task A_new_value_is_current_and_the_one_before_is_previous() => Check_a_new_value_is_current_and_the_one_before_is_previous();

    [ToolFact("aws")]
    public Task A_deleted_secret_is_restored_with_its_value() => Check_a_deleted_secret_is_restored_with_its_value();

    [ToolFact("aws")]
    public Task Secrets_are_found_by_name_and_read_together() => Check_secrets_are_found_by_name_and_read_together();
}
