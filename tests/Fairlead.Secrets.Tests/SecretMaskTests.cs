using System.Net;
using System.Security;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Fairlead.Secrets.Tests;

public sealed class SecretMaskTests
{
    // Has something that every notation escapes.
    private const string Secret = "p@ss/\"w'ö&<$x+1 \\%;";
    private const string Key = "-----BEGIN KEY-----\nMIIBwords and+more/42==\n-----END KEY-----";

    public static TheoryData<string, string> Written => new()
    {
        { "as it is", Secret },
        { "Uri.EscapeDataString", Uri.EscapeDataString(Secret) },
        { "Uri.EscapeDataString, lower case", Lower(Uri.EscapeDataString(Secret)) },
        { "WebUtility.UrlEncode", WebUtility.UrlEncode(Secret) },
        { "WebUtility.UrlEncode, lower case", Lower(WebUtility.UrlEncode(Secret)) },
        { "encodeURI", "p@ss/%22w'%C3%B6&%3C$x+1%20%5C%25;" },
        { "encodeURIComponent", "p%40ss%2F%22w'%C3%B6%26%3C%24x%2B1%20%5C%25%3B" },
        { "URLSearchParams", "p%40ss%2F%22w%27%C3%B6%26%3C%24x%2B1+%5C%25%3B" },
        { "urllib.parse.quote", "p%40ss/%22w%27%C3%B6%26%3C%24x%2B1%20%5C%25%3B" },
        { "Go's url.PathEscape", "p@ss%2F%22w%27%C3%B6&%3C$x+1%20%5C%25%3B" },
        { "every byte", string.Concat(Encoding.UTF8.GetBytes(Secret).Select(x => $"%{x:X2}")) },
        { "System.Text.Json", JsonSerializer.Serialize(Secret)[1..^1] },
        { "System.Text.Json, relaxed", Relaxed(Secret) },
        { "JSON in JSON", JsonSerializer.Serialize(JsonSerializer.Serialize(Secret)) },
        { "JSON, relaxed, in JSON in JSON", Relaxed(Relaxed(Relaxed(Secret))) },
        { "JSON in a URL", Uri.EscapeDataString(JsonSerializer.Serialize(Secret)) },
        { "json.dumps", "p@ss/\\\"w'\\u00f6&<$x+1 \\\\%;" },
        { "JSON of PHP", "p@ss\\/\\\"w'\\u00f6&<$x+1 \\\\%;" },
        { "encoding/json of Go", "p@ss/\\\"w'ö\\u0026\\u003c$x+1 \\\\%;" },
        { "repr of Python", "p@ss/\"w\\'ö&<$x+1 \\\\%;" },
        { "ascii of Python", "p@ss/\"w\\'\\xf6&<$x+1 \\\\%;" },
        { "bytes of Python", "p@ss/\"w\\'\\xc3\\xb6&<$x+1 \\\\%;" },
        { "Rust and JavaScript", "p@ss/\\\"w'\\u{f6}&<$x+1 \\\\%;" },
        { "WebUtility.HtmlEncode", WebUtility.HtmlEncode(Secret) },
        { "SecurityElement.Escape", SecurityElement.Escape(Secret) },
        { "HTML in decimal", "p@ss/&#34;w&#39;&#246;&#38;&#60;$x+1 \\%;" },
        { "html.escape of Python", "p@ss/&quot;w&#x27;ö&amp;&lt;$x+1 \\%;" },
        { "bash, quoted", $"'{Secret.Replace("'", "'\\''")}'" },
        { "bash, printf %q", "p@ss/\\\"w\\'ö\\&\\<\\$x+1\\ \\\\%\\;" },
        { "shlex.quote", $"'{Secret.Replace("'", "'\"'\"'")}'" },
        { "PowerShell", $"'{Secret.Replace("'", "''")}'" },
        { "PowerShell in double quotes", "p@ss/`\"w'ö&<`$x+1 \\%;" },
        { "CSV", Secret.Replace("\"", "\"\"") },
        { "cmd", "p@ss/^\"w'ö^&^<$x+1 \\^%;" },
        { "batch file", Secret.Replace("%", "%%") },
        { "docker compose", Secret.Replace("$", "$$") },
        { "argument of a Windows process", Secret.Replace("\"", "\\\"") },
        { "hexadecimal", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(Secret)) },
        { "hexadecimal, upper case", Convert.ToHexString(Encoding.UTF8.GetBytes(Secret)) },
    };

    private static SecretMask Mask(params string[] secrets)
    {
        var mask = new SecretMask();
        mask.Add(secrets);
        return mask;
    }

    private static string Relaxed(string text)
        => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString();

    private static string Lower(string encoded) => System.Text.RegularExpressions.Regex.Replace(encoded, "%[0-9A-F]{2}", x => x.Value.ToLowerInvariant());

    [Theory]
    [MemberData(nameof(Written))]
    public void A_secret_is_masked_in_each_notation(string notation, string written)
        => Mask(Secret).Apply($"a {written} z")
            .Replace("'", "").Replace("\\u0022", "").Replace("%22", "").Replace("\"", "").Replace("\\", "")
            .ShouldBe($"a {SecretMask.Mark} z", notation);

    [Theory]
    [InlineData("")]
    [InlineData("user:")]
    [InlineData("AWS:")]
    [InlineData("ab")]
    [InlineData("a longer user: ")]
    public void A_secret_is_masked_in_base64_of_what_it_stands_in(string before)
    {
        foreach (var (secret, after) in new[] { (Secret, ""), (Secret, " and more"), ("s3cr", "x"), ("ÿþ??>>~~", "") })
        {
            var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret + after));
            var url = text.Replace('+', '-').Replace('/', '_').TrimEnd('=');
            foreach (var written in new[] { text, url, Uri.EscapeDataString(text), JsonSerializer.Serialize(text) })
            {
                var masked = Mask(secret).Apply(written);

                masked.ShouldContain(SecretMask.Mark);
                // What is left of it are the characters that it shares with its neighbours.
                var left = masked.Replace(SecretMask.Mark, "").Trim('=', '"');
                left.Length.ShouldBeLessThanOrEqualTo(((before + after).Length * 8 / 6) + 4 + (written.Length - text.Length));
            }
        }
    }

    [Theory]
    [InlineData("token=s3cr3t-value;", "token=[REDACTED];")]
    [InlineData("s3cr3t-values3cr3t-value", "[REDACTED][REDACTED]")]
    [InlineData("nothing to hide", "nothing to hide")]
    [InlineData("", "")]
    public void A_secret_is_masked_wherever_it_stands(string text, string masked) => Mask("s3cr3t-value").Apply(text).ShouldBe(masked);

    [Fact]
    public void A_secret_that_contains_another_one_leaves_no_rest()
        => Mask("abcd", "abcdefgh").Apply("x abcdefgh y abcd z").ShouldBe("x [REDACTED] y [REDACTED] z");

    [Fact]
    public void Two_secrets_that_overlap_leave_no_rest() => Mask("abcdef", "defghi").Apply("x abcdefghi y").ShouldBe("x [REDACTED] y");

    [Theory]
    [InlineData("-----BEGIN KEY-----\r\nMIIBwords and+more/42==\r\n-----END KEY-----")]
    [InlineData("  MIIBwords and+more/42==")]
    [InlineData("MIIBwords%20and%2Bmore/42%3D%3D")]
    [InlineData("-----BEGIN KEY-----\\nMIIBwords and+more/42==\\n-----END KEY-----")]
    public void Of_a_secret_of_several_lines_each_is_masked(string text) => Mask(Key).Apply(text).ShouldNotContain("words");

    [Theory]
    [InlineData("first-half\rsecond-half", "second-half")]
    [InlineData("first-half\rsecond-half", "first-halfsecond-half")]
    [InlineData("first-half\rsecond-half", "first-half\r\nsecond-half")]
    [InlineData("first-half\r\nsecond-half\r\n", "second-half")]
    [InlineData("first\e[1m-half", "first[1m-half")]
    public void A_carriage_return_in_a_secret_unmasks_nothing(string secret, string text)
    {
        var masked = Mask(secret).Apply(text);

        masked.ShouldContain(SecretMask.Mark);
        masked.ShouldNotContain("half");
    }

    [Fact]
    public void A_short_line_of_a_secret_masks_nothing()
        => Mask("{\n\"key\": 1\nseven77\n}").Apply("{ } \"key\": 1 seven77").ShouldBe("{ } \"key\": 1 seven77");

    [Theory]
    [InlineData("pin=123;", "pin=[REDACTED];")]
    [InlineData("pin 123", "pin [REDACTED]")]
    [InlineData("took 1234 ms", "took 1234 ms")]
    [InlineData("7 of 9", "7 of 9")]
    public void A_short_secret_is_masked_where_it_is_a_word(string text, string masked) => Mask("123", "7").Apply(text).ShouldBe(masked);

    [Theory]
    [InlineData("123", true)]
    [InlineData(" 12\n", true)]
    [InlineData("1234", false)]
    [InlineData(" ", false)]
    public void A_secret_of_less_than_four_characters_is_too_short(string secret, bool isTooShort) => SecretMask.IsTooShort(secret).ShouldBe(isTooShort);

    [Fact]
    public void What_was_masked_may_be_masked_again()
    {
        var mask = Mask("REDACTED", "s3cr3t-value", "ACTE", "D]x[R");
        var once = mask.Apply("s3cr3t-value https://user:pw@host/?token=abc REDACTED [REDACTED]x[REDACTED]");

        once.ShouldBe("[REDACTED] https://[REDACTED]@host/?token=[REDACTED] [REDACTED] [REDACTED]");
        mask.Apply(once).ShouldBe(once);
    }

    [Theory]
    [InlineData("Bearer s3cr3t-val", "Bearer ")]
    [InlineData("Bearer s3cr3t-value", "Bearer [REDACTED]")]
    [InlineData("done s", "done ")]
    [InlineData("done", "done")]
    [InlineData("Bearer s3cr3t%2Dval", "Bearer ")]
    [InlineData("Bearer s3cr3t%2", "Bearer ")]
    [InlineData("Bearer %7", "Bearer ")]
    [InlineData("Bearer s3cr3t\\u00", "Bearer ")]
    [InlineData("Bearer czNjcjN0LX", "Bearer ")]
    [InlineData("cloning https://user:pa", "cloning https://")]
    [InlineData("get https://host/?X-Amz-Signature=ab", "get https://host/?X-Amz-Signature=")]
    [InlineData("get https://host/path", "get https://host/path")]
    public void Of_an_unfinished_line_the_start_of_a_secret_is_not_shown(string text, string shown)
        => Mask("s3cr3t-value").ApplyToPartial(text).ShouldBe(shown);

    [Theory]
    [MemberData(nameof(Written))]
    public void No_beginning_of_a_line_shows_more_than_the_whole_line(string notation, string written)
    {
        var mask = Mask(Secret);
        var line = $"before {written} after";
        for (var length = 0; length <= line.Length; length++)
        {
            var shown = mask.ApplyToPartial(line[..length]);
            var start = shown[..Math.Min(shown.Length, "before p@ss".Length)];
            start.ShouldNotContain("p@ss", Case.Sensitive, notation);
        }
    }

    [Theory]
    [InlineData("postgres://app:pw@db:5432/shop", "postgres://[REDACTED]@db:5432/shop")]
    [InlineData("mongodb+srv://app:p/w#1?@db/shop x@y", "mongodb+srv://[REDACTED]@db/shop x@y")]
    [InlineData("https://ghp_token@github.com/a/b", "https://[REDACTED]@github.com/a/b")]
    [InlineData("https:\\/\\/user:pw@host\\/", "https:\\/\\/[REDACTED]@host\\/")]
    [InlineData("https%3A%2F%2Fuser%3Apw%40host", "https%3A%2F%2F[REDACTED]%40host")]
    [InlineData("a=https://u:p@h,b=redis://:pw@c", "a=https://[REDACTED]@h,b=redis://[REDACTED]@c")]
    [InlineData("ssh://git@github.com/a/b", "ssh://git@github.com/a/b")]
    [InlineData("https://unpkg.com/react@18", "https://unpkg.com/react@18")]
    [InlineData("http://127.0.0.1:8080/a@b http://[::1]:80/a@b", "http://127.0.0.1:8080/a@b http://[::1]:80/a@b")]
    [InlineData("https://b.s3.test/k?X-Amz-Date=1&X-Amz-Signature=0f1e&x=1", "https://b.s3.test/k?X-Amz-Date=1&X-Amz-Signature=[REDACTED]&x=1")]
    [InlineData("/cb#access_token=abc&state=1", "/cb#access_token=[REDACTED]&state=1")]
    [InlineData("?x-amz-security-token=abc\\u0026sig=def", "?x-amz-security-token=[REDACTED]\\u0026sig=[REDACTED]")]
    [InlineData("?a=1&amp;password=p%26w&amp;b=2", "?a=1&amp;password=[REDACTED]&amp;b=2")]
    [InlineData("?key=index.html&prefix=a", "?key=index.html&prefix=a")]
    public void Credentials_in_a_URL_are_masked_although_nobody_said_so(string text, string masked) => new SecretMask().Apply(text).ShouldBe(masked);

    [Fact]
    public void A_filter_hides_what_it_was_given_of_whatever_length_and_nothing_else()
        => SecretMask.Filter(["p", "a b"])("-p https://u:w@h 'a b' ab").ShouldBe("-[REDACTED] htt[REDACTED]s://u:w@h '[REDACTED]' ab");

    [Fact]
    public void Secrets_that_are_known_from_the_beginning_are_asked_for_when_they_are_needed()
    {
        var asked = 0;
        var mask = new SecretMask(() =>
        {
            asked++;
            return ["s3cr3t-value"];
        });

        asked.ShouldBe(0);
        mask.Add(["other-secret"]);
        mask.Apply("s3cr3t-value other-secret").ShouldBe("[REDACTED] [REDACTED]");
        mask.Apply("s3cr3t-value");
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task What_a_run_learns_is_hidden_in_that_run()
    {
        var told = new List<string>();
        var mask = new SecretMask();
        mask.Learned += told.Add;
        await Task.Run(async () =>
        {
            mask.Activate();
            await Task.Yield();
            SecretMask.Learn("session-token", null, "", "session-token");
            SecretMask.Hide("session-token").ShouldBe("[REDACTED]");
        });

        told.ShouldBe(["session-token"]);
        SecretMask.Current.ShouldBeNull();
        SecretMask.Hide("session-token https://u:p@h").ShouldBe("session-token https://[REDACTED]@h");
    }

    [Fact]
    public void A_text_without_secrets_is_the_same_text()
    {
        const string Text = "C:\\temp & 100 % + https://host/path?x=1";

        ReferenceEquals(Mask("s3cr3t-value").Apply(Text), Text).ShouldBeTrue();
    }

    [Fact]
    public void Secrets_added_by_several_threads_are_all_masked()
    {
        var mask = new SecretMask();
        Parallel.For(0, 200, x =>
        {
            mask.Add([$"secret-number-{x:0000}"]);
            mask.Apply($"a secret-number-{x:0000}").ShouldBe("a [REDACTED]");
        });

        mask.Apply(string.Join(' ', Enumerable.Range(0, 200).Select(x => $"secret-number-{x:0000}"))).ShouldNotContain("number");
    }
}
