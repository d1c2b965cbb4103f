using Nuke.Common.IO;

namespace Nuke.Components.Tests;

public sealed class TestResultsTests : IDisposable
{
    private const string Results = """
        <TestRun xmlns="http://microsoft.com/schemas/VisualStudio/TeamTest/2010">
          <Results>
            <UnitTestResult testName="A.Works" outcome="Passed" />
            <UnitTestResult testName="A.Waits" outcome="NotExecuted" />
            <UnitTestResult testName="A.Breaks" outcome="Failed"><Output><ErrorInfo><Message>Expected 1
        but was 2</Message></ErrorInfo></Output></UnitTestResult>
            <UnitTestResult testName="A.Hangs" outcome="Timeout" />
          </Results>
        </TestRun>
        """;

    private readonly AbsolutePath _directory = Directory.CreateTempSubdirectory("trx-").FullName;

    public void Dispose() => _directory.DeleteDirectory();

    [Fact]
    public void Passed_failed_and_skipped_are_counted_over_all_files()
    {
        (_directory / "a.trx").WriteAllText(Results);
        (_directory / "b.trx").WriteAllText(Results);
        TestResults.Count(_directory).ShouldBe((2, 4, 2));
    }

    [Fact]
    public void Failed_tests_are_named_with_the_first_line_of_the_reason()
    {
        (_directory / "a.trx").WriteAllText(Results);
        TestResults.Describe(TestResults.Failed(_directory), []).ShouldBe("2 tests failed:\n  A.Breaks: Expected 1\n  A.Hangs");
    }

    [Fact]
    public void A_project_that_left_no_results_is_named_beside_the_tests_that_failed()
    {
        (_directory / "a.trx").WriteAllText(Results);
        (_directory / "b.trx").WriteAllText(Results[..60]);
        var missing = TestResults.Missing(_directory, ["a", "b", "c"]);
        TestResults.Describe(TestResults.Failed(_directory), missing).ShouldEndWith("\nNo results of b, c: the run ended before it wrote them.");
    }

    [Fact]
    public void A_result_without_a_name_is_counted_and_said_to_have_none()
    {
        (_directory / "a.trx").WriteAllText("<TestRun><UnitTestResult outcome=\"Failed\" /></TestRun>");
        TestResults.Describe(TestResults.Failed(_directory), []).ShouldBe("1 test failed:\n  A test without a name");
    }

    [Fact]
    public void A_file_that_was_cut_off_counts_nothing()
    {
        (_directory / "a.trx").WriteAllText(Results[..60]);
        TestResults.Count(_directory).ShouldBe((0, 0, 0));
    }
}
