namespace Fairlead.IntegrationTests.Releases;

/// <summary>The contract of the lock on the local cloud's S3.</summary>
[Trait("Category", "Integration")]
public sealed class LockOnLocalCloudTests(LocalCloudS3Fixture cloud) : LockContract(cloud), IClassFixture<LocalCloudS3Fixture>
{
    [Fact]
    public Task One_holds_it_at_a_time_and_fencing_numbers_grow() => Check_one_holds_it_at_a_time_and_fencing_numbers_grow();

    [Fact]
    public Task Of_many_at_once_exactly_one_gets_it() => Check_of_many_at_once_exactly_one_gets_it();

    [Fact]
    public Task Who_waits_is_told_for_whom_and_gets_it_when_it_is_given_back() => Check_who_waits_is_told_for_whom_and_gets_it_when_it_is_given_back();

    [Fact]
    public Task Waiting_has_an_end() => Check_waiting_has_an_end();

    [Fact]
    public Task An_expired_lock_is_taken_over_and_its_holder_stops() => Check_an_expired_lock_is_taken_over_and_its_holder_stops();

    [Fact]
    public Task A_machine_whose_clock_is_off_does_not_begin() => Check_a_machine_whose_clock_is_off_does_not_begin();

    [Fact]
    public Task A_lock_is_renewed_while_it_is_held() => Check_a_lock_is_renewed_while_it_is_held();

    [Fact]
    public Task A_holder_that_could_not_renew_stops_by_itself() => Check_a_holder_that_could_not_renew_stops_by_itself();

    [Fact]
    public Task A_lock_of_a_process_of_this_machine_that_is_gone_is_taken_over_at_once()
        => Check_a_lock_of_a_process_of_this_machine_that_is_gone_is_taken_over_at_once();

    [Fact]
    public Task Giving_back_a_lost_lock_leaves_the_new_holder_alone() => Check_giving_back_a_lost_lock_leaves_the_new_holder_alone();
}
