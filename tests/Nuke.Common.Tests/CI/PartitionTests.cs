using Nuke.Common.CI;

namespace Nuke.Common.Tests.CI;

public sealed class PartitionTests
{
    private sealed class Sharded : NukeBuild
    {
        [Partition(3)] public readonly Partition? TestPartition;
        [Parameter] public readonly Partition? Other;

        Target Test => _ => _.Executes(() => { });
    }

    private static Sharded Run(string arguments, int expected = 0) => Run(arguments, expected, out _);

    private static Sharded Run(string arguments, int expected, out string output)
    {
        using var run = new TestRun();
        run.Run<Sharded>(arguments).ShouldBe(expected, run.Output);
        output = run.Output;
        return (Sharded)run.Build;
    }

    [Fact]
    public void Shards_share_everything_and_no_two_have_the_same()
    {
        var all = Enumerable.Range(0, 10).ToList();
        var shards = Enumerable.Range(1, 3).Select(x => new Partition { Part = x, Total = 3 }.GetCurrent(all).ToList()).ToList();
        shards[1].ShouldBe([1, 4, 7]);
        shards.SelectMany(x => x).Order().ShouldBe(all);
    }

    [Fact]
    public void A_run_that_is_not_split_does_every_part()
    {
        Partition.Single.IsIn(2).ShouldBeTrue();
        new Partition { Part = 1, Total = 2 }.IsIn(2).ShouldBeFalse();
    }

    [Fact]
    public void A_number_picks_the_part_of_the_total_that_the_attribute_says()
    {
        Run("Test --test-partition 2").TestPartition!.ToString().ShouldBe("2/3");
        Run("Test").TestPartition.ShouldBeSameAs(Partition.Single);
    }

    [Theory]
    [InlineData("--test-partition 4", "'TestPartition' was given 4, but there are 3 parts. Give a number from 1 to 3.")]
    [InlineData("--test-partition 0", "'TestPartition' was given 0, but there are 3 parts.")]
    [InlineData("--other 3/2", "--other was given '3/2'. Expected")]
    public void A_part_that_does_not_exist_is_refused(string arguments, string message)
    {
        Run($"Test {arguments}", expected: -1, out var output);
        output.ShouldContain(message);
    }

    [Fact]
    public void A_parameter_can_be_a_partition() => Run("Test --other 2/5").Other!.ToString().ShouldBe("2/5");
}
