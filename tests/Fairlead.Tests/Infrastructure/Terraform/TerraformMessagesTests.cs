using System.Text;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Infrastructure.Terraform.Messages;
using Fairlead.Secrets;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TerraformMessagesTests
{
    private readonly RecordingReporter _reporter = new();

    [Fact]
    public void A_resource_is_told_when_it_starts_when_it_takes_long_and_when_it_is_done()
    {
        var ui = new UiListener(Mask("hunter2"), _reporter);
        ui.Add(Hook("apply_start", 0));
        foreach (var seconds in new[] { 10, 20, 30, 40, 50, 60, 70, 110, 120 })
        {
            ui.Add(Hook("apply_progress", seconds));
        }

        ui.Add(Hook("apply_complete", 125));

        _reporter.Lines.ShouldBe([
            "aws_db_instance.this: creating",
            "aws_db_instance.this: still creating after 30 s",
            "aws_db_instance.this: still creating after 1 min 0 s",
            "aws_db_instance.this: still creating after 2 minutes",
            "aws_db_instance.this: created in 2 min 5 s (db-[REDACTED])",
        ]);
        _reporter.Progressed.ShouldBe([("Applying", 1, 1)]);
    }

    [Fact]
    public void A_diagnostic_is_kept_with_its_place_and_without_its_secrets()
    {
        var ui = new UiListener(Mask("hunter2"), _reporter);
        ui.Add(
            """{"@level":"error","@message":"Error: bad","type":"diagnostic","diagnostic":{"severity":"error","summary":"Bad hunter2","detail":"It """
                + """is \"hunter2\".","range":{"filename":"main.tf","start":{"line":7,"column":1,"byte":1}}}}""");

        ui.Diagnostics.ShouldHaveSingleItem().ToString().ShouldBe("main.tf:7: Bad [REDACTED]: It is \"[REDACTED]\".");
    }

    [Theory]
    [InlineData("""{"@level":"error","@message":"x","type":"diagnostic","diagnostic":{"severity":"error","summary":"Bad"}}""", "Bad")]
    [InlineData("""{"type":"diagnostic","diagnostic":{"severity":"error","summary":"Bad","detail":null,"address":null,"range":null}}""", "Bad")]
    [InlineData("""{"type":"diagnostic","diagnostic":{"severity":"error","summary":null,"detail":"It is."}}""", ": It is.")]
    [InlineData("""{"type":"diagnostic","diagnostic":{"severity":"error","summary":"Bad","range":{"filename":null,"start":null}}}""", "Bad")]
    [InlineData("""{"type":"diagnostic","diagnostic":{"severity":"error","summary":"Bad","range":{"filename":"a.tf","start":{"line":null}}}}""", "a.tf: Bad")]
    [InlineData("""{"@level":"error","@message":null,"type":null}""", "")]
    public void What_a_diagnostic_lacks_or_has_as_null_is_left_out(string line, string expected)
    {
        var ui = new UiListener(new SecretMask(), _reporter);

        ui.Add(line);

        var diagnostic = ui.Diagnostics.ShouldHaveSingleItem();
        (diagnostic.ToString(), diagnostic.IsError).ShouldBe((expected, true));
    }

    [Theory]
    [InlineData("""{"type":"apply_start","hook":{"resource":{"addr":"a.b"},"action":null}}""")]
    [InlineData("""{"type":"apply_complete","hook":{"resource":{"addr":"a.b"},"action":"create","id_value":null,"elapsed_seconds":null}}""")]
    [InlineData("""{"type":"apply_progress","hook":{"resource":{"addr":null},"action":"create"}}""")]
    [InlineData("""{"type":"of_a_later_version","hook":null,"changes":null,"diagnostic":null}""")]
    public void A_message_that_is_not_as_usual_breaks_nothing(string line)
    {
        var ui = new UiListener(new SecretMask(), _reporter);

        Should.NotThrow(() => ui.Add(line));

        ui.Diagnostics.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("""{"type":"diagnostic","diagnostic":{"severity":"error","summary":{"text":"Bad"}}}""")]
    [InlineData("""{"type":"diagnostic","diagnostic":{"severity":"error","summary":"\ud800"}}""")]
    public void A_message_of_another_shape_is_kept_as_it_is(string line)
    {
        var ui = new UiListener(new SecretMask(), _reporter);

        ui.Add(line);

        ui.Other.ShouldContain(line);
    }

    [Theory]
    [InlineData(10_000_000, 1)]
    [InlineData(100, 100_000)]
    public async Task What_a_provider_prints_without_end_is_kept_by_its_end_and_hides_no_message(int length, int count)
    {
        const string Message = """{"type":"diagnostic","diagnostic":{"severity":"error","summary":"Bad"}}""";
        var ui = new UiListener(new SecretMask(), _reporter);
        var noise = string.Concat(Enumerable.Repeat($"{new string('x', length)}\n", count));

        await ui.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{noise}the end\n{Message}")));

        ui.Other.Length.ShouldBeLessThanOrEqualTo(1024 * 1024);
        ui.Other.ShouldStartWith("[what came before is left out]");
        ui.Other.TrimEnd().ShouldEndWith("the end");
        ui.Diagnostics.ShouldHaveSingleItem().Summary.ShouldBe("Bad");
    }

    [Fact]
    public async Task A_secret_that_the_end_of_a_very_long_line_goes_through_is_not_kept_by_half()
    {
        var ui = new UiListener(Mask("hunter2"), _reporter);

        await ui.ReadAsync(new MemoryStream(Encoding.UTF8.GetBytes($"{new string('x', (4 * 1024 * 1024) - 5)}hunter2 and more\n")));

        ui.Other.ShouldEndWith($"xxx [11 more characters of this line are left out]{Environment.NewLine}");
    }

    [Fact]
    public void A_line_that_is_no_message_is_kept_without_its_secrets_and_breaks_nothing()
    {
        var ui = new UiListener(Mask("hunter2"), _reporter);
        ui.Add("panic: hunter2");
        ui.Add("{\"@level\":\"info\",\"type\":\"apply_st");
        ui.Add("");

        ui.Other.ShouldContain("panic: [REDACTED]");
        _reporter.Lines.ShouldBeEmpty();
    }

    [Fact]
    public void A_framed_diagnostic_is_read_with_place_address_and_detail()
    {
        var read = DiagnosticText.Parse(
            "╷\n│ Warning: Old\n│ \n│ It is old.\n╵\n╷\n│ Error: Unsupported Terraform Core version\n│ \n│   on main.tf line 2, in terraform:\n│    2:   "
                + "required_version = \">= 9\"\n│ \n│ This configuration does not support\n│ Terraform version 1.11.4.\n╵\n").ToList();

        read.Count.ShouldBe(2);
        read[0].IsError.ShouldBeFalse();
        read[1].ShouldBe(new TerraformDiagnostic(
            true,
            "Unsupported Terraform Core version",
            "This configuration does not support\nTerraform version 1.11.4.",
            null,
            "main.tf",
            2));
    }

    [Fact]
    public void The_holder_of_a_lock_is_told_with_operation_time_and_path()
    {
        const string Detail = """
            Error message: operation error S3: PutObject, https response error StatusCode: 412
            Lock Info:
              ID:        49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a
              Path:      state-bucket/flora/terraform.tfstate
              Operation: OperationTypeApply
              Who:       root@build-7
              Version:   1.11.4
              Created:   2026-11-21 07:38:19.856755123 +0000 UTC
              Info:

            Terraform acquires a state lock.
            """;

        var held = StateLock.Find(Detail).ShouldNotBeNull();
        held.Created.ShouldBe(new DateTimeOffset(2026, 11, 21, 7, 38, 19, TimeSpan.Zero));
        held.ToString().ShouldBe(
            "root@build-7 holds it for apply since 2026-11-21 07:38:19 UTC (state-bucket/flora/terraform.tfstate), lock 49deb70e-f9e4-5dfd-6a4c-e09137e6eb1a.");
        StateLock.Find("no lock").ShouldBeNull();
    }

    [Theory]
    [InlineData("the password is s3cr3t/+", "the password is [REDACTED]")]
    [InlineData("encoded s3cr3t%2F%2B", "encoded [REDACTED]")]
    [InlineData("line two: second-line", "line two: [REDACTED]")]
    [InlineData("json \\\"quo\\\"ted\\\"", "json \\\"[REDACTED]\\\"")]
    [InlineData("abcd stays", "abcd stays")]
    public void A_secret_is_hidden_as_it_is_and_as_it_is_encoded(string text, string expected)
        => Mask("s3cr3t/+", "first-line\nsecond-line", "quo\"ted", "abc").Apply(text).ShouldBe(expected);

    [Fact]
    public void Serial_and_lineage_are_read_from_the_head_of_a_state()
    {
        var state =
            $$$"""{"version":4,"terraform_version":"1.11.4","serial":12,"lineage":"18e51ce4","outputs":{"serial":{"value":99}}"""
                + $$$""","resources":["{{{new string('x', 100_000)}}}"]}""";

        Read(state).ShouldBe(new StateSerial(12, "18e51ce4"));
        Read("""{"version":4,"terraform_version":"1.11.4","serial":0,"lineage":"","outputs":{}}""").ShouldBeNull();
        Read("").ShouldBeNull();
        Read("no json").ShouldBeNull();
        Read("""{"outputs":{"serial":1,"lineage":"x"}}""").ShouldBeNull();

        static StateSerial? Read(string text) => StateHead.ReadAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text))).GetAwaiter().GetResult();
    }

    private static SecretMask Mask(params string[] secrets)
    {
        var mask = new SecretMask();
        mask.Add(secrets);
        return mask;
    }

    private static string Hook(string type, int seconds)
        => $$$"""{"@level":"info","@message":"","type":"{{{type}}}","hook":{"resource":{"addr":"aws_db_instance.this"}"""
            + $$$""","action":"create","id_key":"id","id_value":"db-hunter2","elapsed_seconds":{{{seconds}}}}}""";
}
