using System.Diagnostics;
using System.Text.RegularExpressions;
using Fairlead.Infrastructure.Plans.Reading;

namespace Fairlead.Tests.Infrastructure.Plans.Reading;

public sealed class SecretTextTests
{
    private const int Long = 100_000;

    /// <summary>Texts that a search may go back in again and again: what the pattern takes any number of stands before what never comes.</summary>
    public static TheoryData<string> LongWaysBack => new()
    {
        $"""password="{new string('\\', Long)} x""",
        $"""password='{new string('\\', Long)} x""",
        $"""password="{string.Concat(Enumerable.Repeat("\\\\x", Long / 4))}""",
        $"""password="{string.Concat(Enumerable.Repeat("\\'", Long / 4))}""",
        $"password{new string('\\', Long)}",
        $"password={new string('\\', Long)}\"",
        $"password{new string(' ', Long)}",
        $"password={new string(' ', Long)}\n",
        $"--password{new string('=', Long)}\n",
        $"--password{new string(' ', Long)}\n",
        $"{new string('-', Long)}password",
        $"{new string('p', Long)} password",
        string.Concat(Enumerable.Repeat("p.", Long / 4)),
        string.Concat(Enumerable.Repeat("password=\"", Long / 10)),
        string.Concat(Enumerable.Repeat("password=\"'", Long / 10)),
    };

    [Theory]
    [MemberData(nameof(LongWaysBack))]
    public void A_text_is_searched_once_whatever_is_in_it(string text)
    {
        var clock = Stopwatch.StartNew();

        var hidden = SecretText.Hide($"{text}\nexport DB_PASSWORD='hunter2-secret'\nSHOWN=shown-value");

        hidden.ShouldNotContain("hunter2-secret");
        // Past the limit of time nothing of it would be left.
        hidden.ShouldContain("shown-value");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(30));
    }

    [Fact]
    public void What_is_not_searched_in_time_is_not_shown_at_all()
    {
        // Each further x doubles the ways to divide them.
        var endless = new Regex("(?<name>PASSWORD)=(?<value>(x+)+)y", RegexOptions.None, TimeSpan.FromMilliseconds(50));
        var text = $"PASSWORD={new string('x', 60)} hunter2-secret";
        Should.Throw<RegexMatchTimeoutException>(() => endless.IsMatch(text));

        SecretText.WithoutAssigned(text, endless).ShouldBe("[REDACTED]");
    }

    [Theory]
    [InlineData("""password="hunter2" user="app" """, """password="[REDACTED]" user="app" """)]
    [InlineData("""{\"apiKey\": \"hunter2\", \"user\": \"app\"}""", """{\"apiKey\": \"[REDACTED]\", \"user\": \"app\"}""")]
    [InlineData("""{\\\"apiKey\\\": \\\"hunter2\\\", \\\"user\\\": \\\"app\\\"}""", """{\\\"apiKey\\\": \\\"[REDACTED]\\\", \\\"user\\\": \\\"app\\\"}""")]
    [InlineData("""password="C:\hunter2\x" user=app""", """password="[REDACTED]" user=app""")]
    [InlineData("""password='hunter2\\\x' user=app""", """password='[REDACTED]' user=app""")]
    [InlineData("""password="\" user=app""", """password="[REDACTED]" user=app""")]
    [InlineData("""password="\hunter2" user=app""", """password="[REDACTED]" user=app""")]
    [InlineData("password=\"hunter2\nuser=app", "password=\"[REDACTED]\nuser=app")]
    [InlineData("password='hunter2", "password='[REDACTED]")]
    [InlineData("password=hunter2\\\nuser=app", "password=[REDACTED]\nuser=app")]
    [InlineData("--token hunter2 --user app", "--token [REDACTED] --user app")]
    public void What_is_assigned_to_a_secret_s_name_is_hidden_and_nothing_else(string text, string shown) => SecretText.Hide(text).ShouldBe(shown);
}
