namespace Fairlead.IntegrationTests.Releases;

/// <summary>The contract of the ledger on a store that knows no checksums of the SDK's.</summary>
[Trait("Category", "Integration")]
public sealed class LedgerOnStrictS3Tests(StrictS3Fixture store) : LedgerContract(store), IClassFixture<StrictS3Fixture>
{
    [Fact]
    public Task A_manifest_is_read_as_it_was_recorded() => Check_a_manifest_is_read_as_it_was_recorded();

    [Fact]
    public Task Recording_the_same_ending_again_writes_nothing() => Check_recording_the_same_ending_again_writes_nothing();

    [Fact]
    public Task A_release_becomes_verified_once_it_is_seen_to_serve_and_stays_so() => Check_a_release_becomes_verified_once_it_is_seen_to_serve_and_stays_so();

    [Fact]
    public Task A_record_is_never_changed() => Check_a_record_is_never_changed();

    [Fact]
    public Task Releases_are_listed_newest_first_and_nothing_else_is() => Check_releases_are_listed_newest_first_and_nothing_else_is();

    [Fact]
    public Task The_pointer_moves_only_from_where_it_is_thought_to_be() => Check_the_pointer_moves_only_from_where_it_is_thought_to_be();

    [Fact]
    public Task A_run_that_was_killed_is_gone_on_with_and_one_that_ended_is_not() => Check_a_run_that_was_killed_is_gone_on_with_and_one_that_ended_is_not();

    [Fact]
    public Task An_intent_is_cleared_by_its_own_release_only() => Check_an_intent_is_cleared_by_its_own_release_only();

    [Fact]
    public Task Entry_points_come_back_with_bytes_and_headers() => Check_entry_points_come_back_with_bytes_and_headers();

    [Fact]
    public Task Damaged_and_newer_documents_are_refused_with_their_address() => Check_damaged_and_newer_documents_are_refused_with_their_address();

    [Fact]
    public Task A_bucket_that_does_not_exist_is_named() => Check_a_bucket_that_does_not_exist_is_named();
}
