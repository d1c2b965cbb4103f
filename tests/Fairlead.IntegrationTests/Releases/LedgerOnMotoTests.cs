namespace Fairlead.IntegrationTests.Releases;

/// <summary>The contract of the ledger on moto.</summary>
[Trait("Category", "Integration")]
public sealed class LedgerOnMotoTests(MotoFixture moto) : LedgerContract(moto), IClassFixture<MotoFixture>
{
    [ToolFact("moto_server")]
    public Task A_manifest_is_read_as_it_was_recorded() => Check_a_manifest_is_read_as_it_was_recorded();

    [ToolFact("moto_server")]
    public Task Recording_the_same_ending_again_writes_nothing() => Check_recording_the_same_ending_again_writes_nothing();

    [ToolFact("moto_server")]
    public Task A_release_becomes_verified_once_it_is_seen_to_serve_and_stays_so() => Check_a_release_becomes_verified_once_it_is_seen_to_serve_and_stays_so();

    [ToolFact("moto_server")]
    public Task A_record_is_never_changed() => Check_a_record_is_never_changed();

    [ToolFact("moto_server")]
    public Task Releases_are_listed_newest_first_and_nothing_else_is() => Check_releases_are_listed_newest_first_and_nothing_else_is();

    [ToolFact("moto_server")]
    public Task The_pointer_moves_only_from_where_it_is_thought_to_be() => Check_the_pointer_moves_only_from_where_it_is_thought_to_be();

    [ToolFact("moto_server")]
    public Task A_run_that_was_killed_is_gone_on_with_and_one_that_ended_is_not() => Check_a_run_that_was_killed_is_gone_on_with_and_one_that_ended_is_not();

    [ToolFact("moto_server")]
    public Task An_intent_is_cleared_by_its_own_release_only() => Check_an_intent_is_cleared_by_its_own_release_only();

    [ToolFact("moto_server")]
    public Task Entry_points_come_back_with_bytes_and_headers() => Check_entry_points_come_back_with_bytes_and_headers();

    [ToolFact("moto_server")]
    public Task Damaged_and_newer_documents_are_refused_with_their_address() => Check_damaged_and_newer_documents_are_refused_with_their_address();

    [ToolFact("moto_server")]
    public Task A_bucket_that_does_not_exist_is_named() => Check_a_bucket_that_does_not_exist_is_named();
}
