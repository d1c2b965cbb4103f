using System.Diagnostics;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class LockRecordTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);
    private static readonly LockOwner Other = new("noor@elsewhere", null, "elsewhere", 4711, "1");
    private static readonly LockRecord Record = new(7, "token", Other, SomeRelease.Noon, SomeRelease.Noon.AddMinutes(2));

    [Theory]
    [InlineData(-5, LockState.Held)]
    [InlineData(0, LockState.Held)]
    [InlineData(150, LockState.Held)]
    [InlineData(151, LockState.Expired)]
    public void A_lock_expires_when_it_is_older_than_the_lease_and_the_grace(int age, LockState expected)
        => Record.StateAt(TimeSpan.FromSeconds(age), Lease, Grace, _ => false).ShouldBe(expected);

    [Theory]
    [InlineData(630, LockState.Held)]
    [InlineData(631, LockState.Expired)]
    public void The_lease_of_a_lock_is_its_holders(int age, LockState expected)
        => (Record with { LeaseSeconds = 600 }).StateAt(TimeSpan.FromSeconds(age), Lease, Grace, _ => false).ShouldBe(expected);

    [Fact]
    public void A_lock_whose_owner_is_gone_is_abandoned() => Record.StateAt(TimeSpan.Zero, Lease, Grace, _ => true).ShouldBe(LockState.Abandoned);

    [Fact]
    public void A_lock_without_an_owner_is_released()
        => (Record with { Owner = null }).StateAt(TimeSpan.Zero, Lease, Grace, _ => false).ShouldBe(LockState.Released);

    [Fact]
    public void This_process_is_not_gone() => LockOwner.Current().IsKnownToBeGone().ShouldBeFalse();

    [Fact]
    public void An_owner_elsewhere_is_never_known_to_be_gone()
        => (LockOwner.Current() with { Machine = "elsewhere", ProcessStart = "never" }).IsKnownToBeGone().ShouldBeFalse();

    [Fact]
    public void A_process_id_that_is_used_again_is_another_owner() => (LockOwner.Current() with { ProcessStart = "never" }).IsKnownToBeGone().ShouldBeTrue();

    [Fact]
    public async Task A_process_that_was_killed_is_gone()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        using var process = Process.Start(new ProcessStartInfo("sleep", "600"))!;
        var start = (await File.ReadAllTextAsync($"/proc/{process.Id}/stat")).Split(") ")[1].Split(' ')[19];
        var owner = LockOwner.Current() with { ProcessId = process.Id, ProcessStart = start };

        owner.IsKnownToBeGone().ShouldBeFalse();
        process.Kill();
        await process.WaitForExitAsync();
        owner.IsKnownToBeGone().ShouldBeTrue();
    }
}
