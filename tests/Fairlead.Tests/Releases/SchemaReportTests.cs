using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class SchemaReportTests
{
    [Fact]
    public void The_last_line_of_the_form_says_what_the_migration_did()
    {
        SchemaReport.TryParse(
            [
                "applying 9",
                """fairlead-schema: {"before":"7","after":"8","oldest":"7"}""",
                """  fairlead-schema: {"after":"9","before":"8","oldest":"8"}""",
                "done",
            ],
            out var report,
            out var problem).ShouldBeTrue();

        report.ShouldBe(new SchemaReport("8", "9", "8"));
        problem.ShouldBeNull();
    }

    [Fact]
    public void A_database_without_a_schema_has_no_version_before()
    {
        SchemaReport.TryParse(["""fairlead-schema: {"before":null,"after":"1","oldest":"1"}"""], out var report).ShouldBeTrue();
        report.ShouldBe(new SchemaReport(null, "1", "1"));
    }

    [Fact]
    public void A_log_without_such_a_line_says_nothing_and_is_no_problem()
    {
        SchemaReport.TryParse(["started", "see fairlead-schema: {}", "done"], out var report, out var problem).ShouldBeFalse();
        report.ShouldBeNull();
        problem.ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData("9")]
    [InlineData("[]")]
    [InlineData("""{"before":"8","after":"9"}""")]
    [InlineData("""{"before":"8","after":9,"oldest":"8"}""")]
    [InlineData("""{"before":"8","after":null,"oldest":"8"}""")]
    [InlineData("""{"before":"8","after":"","oldest":"8"}""")]
    [InlineData("""{"before":"8","after":"9","oldest":"8","newest":"9"}""")]
    [InlineData("""{"before":"8","after":"9","after":"10","oldest":"8"}""")]
    [InlineData("""{"before":"8","after":"9","oldest":"8"} trailing""")]
    [InlineData("""{"before":"8","after":"9","oldest":""")]
    public void A_line_of_another_form_says_nothing_and_neither_does_an_earlier_one(string json)
    {
        SchemaReport.TryParse(
            ["""fairlead-schema: {"before":"7","after":"8","oldest":"7"}""", $"fairlead-schema: {json}"], out var report, out var problem).ShouldBeFalse();

        report.ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("fairlead-schema: {\"before\"");
    }
}
