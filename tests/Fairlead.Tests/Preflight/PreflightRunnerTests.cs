using Fairlead.Preflight;
using Fairlead.Reporting;

namespace Fairlead.Tests.Preflight;

public sealed class PreflightRunnerTests
{
    [Fact]
    public async Task Every_problem_is_in_one_list()
    {
        PreflightCheck[] checks =
        [
            PreflightCheck.Of("Disk", () => new PreflightProblem("The disk is full.", "Free some space.")),
            PreflightCheck.Of("Git", () => null),
            PreflightCheck.Of("Node", () => throw new FairleadException("No Node.js.", "None is on PATH.", "Install one.")),
        ];

        var exception = await Should.ThrowAsync<FairleadException>(new PreflightRunner(SilentReporter.Instance).RunAsync(checks, CancellationToken.None));

        exception.Message.ShouldContain("2 things stand in the way");
        exception.Message.ShouldContain("Disk: The disk is full. Free some space.");
        exception.Message.ShouldContain("Node: No Node.js. None is on PATH. Install one.");
    }

    [Fact]
    public async Task A_directory_that_is_a_file_cannot_be_written()
    {
        var file = Path.GetTempFileName();

        var problem = await WritableDirectory.Check(file).FindProblemAsync(CancellationToken.None);

        problem!.What.ShouldContain(file);
        File.Delete(file);
    }

    [Fact]
    public async Task A_directory_with_too_little_room_is_named()
        => (await WritableDirectory.Check(Path.GetTempPath(), long.MaxValue).FindProblemAsync(CancellationToken.None))!.What.ShouldContain("MiB free");
}
