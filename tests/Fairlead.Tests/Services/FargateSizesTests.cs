using Fairlead.Services.Ecs;

namespace Fairlead.Tests.Services;

public sealed class FargateSizesTests
{
    [Theory]
    [InlineData("256", "512")]
    [InlineData("256", "1024")]
    [InlineData("256", "2048")]
    [InlineData("512", "1024")]
    [InlineData("512", "4096")]
    [InlineData("1024", "2048")]
    [InlineData("1024", "8192")]
    [InlineData("2048", "4096")]
    [InlineData("2048", "16384")]
    [InlineData("4096", "8192")]
    [InlineData("4096", "30720")]
    [InlineData("8192", "16384")]
    [InlineData("8192", "61440")]
    [InlineData("16384", "32768")]
    [InlineData("16384", "122880")]
    public void A_size_of_the_table_is_had(string cpu, string memory) => FargateSizes.FindProblem(cpu, memory).ShouldBeNull();

    [Theory]
    [InlineData("256", "4096")]
    [InlineData("256", "1536")]
    [InlineData("512", "512")]
    [InlineData("1024", "1024")]
    [InlineData("2048", "4097")]
    [InlineData("4096", "31744")]
    [InlineData("8192", "17408")]
    [InlineData("16384", "36864")]
    [InlineData("300", "512")]
    [InlineData(null, null)]
    public void Any_other_is_a_problem(string? cpu, string? memory) => FargateSizes.FindProblem(cpu, memory).ShouldNotBeNull();

    [Fact]
    public void The_problem_says_what_to_set()
    {
        FargateSizes.FindProblem("256", "4096").ShouldBe(
            "Fargate has no tasks with 256 CPU units and 4096 MiB of memory: "
                + "with that CPU, set memory of the task definition to 512 to 2048 MiB in steps of 1024.");
        FargateSizes.FindProblem("300", "512").ShouldBe(
            "Fargate has no tasks with 300 CPU units: set cpu of the task definition to 256, 512, 1024, 2048, 4096, 8192 or 16384.");
    }
}
