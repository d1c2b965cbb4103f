using Fairlead.Reporting;

namespace Fairlead.Tests.Reporting;

/// <summary>
/// Two slots. Compile runs from 1 to 5 and Web from 1 to 3; Lint is ready at 1, waits for a slot until 3 and runs to 4; Test decides from 5
/// to 6 and fails at 9; Deploy does not run.
/// </summary>
internal static class SomeRun
{
    public static RunRecord Failed { get; } = new()
    {
        Outcome = RunOutcome.Failed,
        Started = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero),
        Seconds = 10,
        Invoked = ["Deploy"],
        RunUrl = "https://ci.example/run/1?a=b&c=d",
        Targets =
        [
            Target("Restore", TargetResult.Succeeded, 0, 1),
            Target("Compile", TargetResult.Succeeded, 1, 5, "Restore"),
            Target("Web", TargetResult.Succeeded, 1, 3, "Restore"),
            Target("Lint", TargetResult.Succeeded, 3, 4, "Restore"),
            Target("Docs", TargetResult.Skipped, null, 1, "Restore") with { Reason = "runs only when Docs | changed" },
            Target("Test", TargetResult.Failed, 6, 9, "Compile", "Web") with
            {
                Errors = ["2 tests failed:", "  Expected <b> but was ```"],
                Summary = new Dictionary<string, string> { ["Outcome"] = "RolledBack", ["Passed"] = "40" },
            },
            Target("Deploy", TargetResult.NotRun, null, null, "Test") with { Reason = "needs Test, which failed" },
        ],
    };

    public static TargetRecord Target(string name, TargetResult result, double? start, double? end, params string[] waitsFor)
        => new() { Name = name, Result = result, Start = start, End = end, WaitsFor = waitsFor };
}
