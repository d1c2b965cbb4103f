using System.Text;
using System.Text.Json;

namespace Fairlead.Secrets.Tests;

/// <summary>Lines of millions of characters: where reading each beginning to its end would take minutes, and all views at once a gigabyte.</summary>
public sealed class LongTextTests
{
    private const int Window = 1 << 16;
    private const int Overlap = 1 << 14;
    private const string Secret = "p@ss/\"w'ö&<$x+1 \\%;";

    private static readonly string[] Pieces =
    [
        Secret, Uri.EscapeDataString(Secret), JsonSerializer.Serialize(Secret), Uri.EscapeDataString(JsonSerializer.Serialize(Secret)),
        "p@ss/&quot;w&#39;&#246;&amp;&lt;$x+1 \\%;", Convert.ToBase64String(Encoding.UTF8.GetBytes($"user:{Secret}")), "postgres://app:pass-word@db:5432/shop",
        "https:\\/\\/user:pass-word@host\\/", "https://ghp_token@github.com/a", "https%3A%2F%2Fuser%3Apass-word%40host", "mongodb+srv://app:p/w#1?@db/shop",
        "https://b.s3.test/k?X-Amz-Signature=0f1e2d&x=1", "pin 123;", "1234", "[REDACTED]",
    ];

    private static readonly string[] Fillers =
        ["a", "some words", " ", "\\n", "\\\\", "%25", "&amp;", "=", "://", "\t", "é", "\"key\": 1, ", "C:\\temp\\", "50 % + 1"];

    [Fact]
    public void A_text_that_is_read_in_windows_is_masked_as_one_that_is_read_at_once()
    {
        var random = new Random(10);
        var mask = Mask(Secret, "123");
        for (var round = 0; round < 40; round++)
        {
            var text = new StringBuilder();
            for (var border = Window; border < 6 * Window; border += Window - Overlap)
            {
                while (text.Length < border - random.Next(80))
                {
                    text.Append(Fillers[random.Next(Fillers.Length)]);
                }

                text.Append(' ').Append(Pieces[random.Next(Pieces.Length)]).Append(' ');
            }

            var whole = mask.Apply(text.ToString(), int.MaxValue);

            whole.ShouldContain(SecretMask.Mark);
            (mask.Apply(text.ToString()) == whole).ShouldBeTrue($"round {round}");
        }
    }

    [Fact]
    public void A_secret_that_ends_or_begins_a_window_is_masked()
    {
        var mask = Mask(Secret);
        foreach (var piece in (string[])[Secret, Uri.EscapeDataString(Secret), "https://user:pass-word@host"])
        {
            var edges = new[] { Window - Overlap, Window };
            foreach (var before in edges.SelectMany(x => Enumerable.Range(x - piece.Length - 2, piece.Length + 4)))
            {
                var text = $"{new string('.', before)} {piece} {new string('.', Window)}";

                mask.Apply(text).Length.ShouldBe(mask.Apply($" {piece} ").Length + before + Window);
            }
        }
    }

    [Theory]
    [InlineData("x")]
    [InlineData("\\u0041")]
    [InlineData("%41")]
    public void A_credential_that_is_longer_than_a_window_is_masked_whole(string part)
        => new SecretMask().Apply($"{new string('.', 1000)}?token={string.Concat(Enumerable.Repeat(part, 70_000))} &b=1")
            .ShouldBe($"{new string('.', 1000)}?token={SecretMask.Mark} &b=1");

    [Fact]
    public void A_secret_that_is_longer_than_a_window_is_masked()
    {
        var secret = string.Concat(Enumerable.Range(0, 20_000).Select(x => $"{x:X5}"));

        Mask(secret).Apply($"{new string('.', 300_000)} 100 % {secret} .").ShouldBe($"{new string('.', 300_000)} 100 % {SecretMask.Mark} .");
    }

    [Fact]
    public void A_long_text_costs_little_more_than_itself()
    {
        var text = string.Concat(Enumerable.Repeat("{\"a\\\"\":\"b\\n\\u00e4 &amp; &nothing; 50%25 + %255c\\\\u0041\"} ", 80_000));
        var mask = Mask(Secret);
        mask.Apply(text[..200_000]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        mask.Apply($"{text} {Secret}").ShouldEndWith($" {SecretMask.Mark}");

        // The text with the secret at its end, what is shown and the buffer that it is written to.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(5L * sizeof(char) * text.Length);
    }

    [Theory]
    [InlineData("a=")]
    [InlineData("?a=")]
    [InlineData("://a:b/")]
    [InlineData("\\u{")]
    [InlineData("&")]
    [InlineData("%")]
    public void Much_of_what_may_begin_something_is_read_once(string part)
    {
        var text = string.Concat(Enumerable.Repeat(part, 8_000_000 / part.Length));

        (Mask(Secret).Apply(text) == text).ShouldBeTrue();
    }

    [Theory]
    [InlineData("%")]
    [InlineData("\\")]
    [InlineData("&")]
    public void A_row_of_escapes_that_are_not_complete_is_not_shown_and_read_once(string part)
        => Mask("s3cr3t-value").ApplyToPartial($"Bearer s3cr3t{string.Concat(Enumerable.Repeat(part, 1_000_001))}").Length.ShouldBeLessThan(1_000_010);

    [Fact]
    public void Of_percent_signs_alone_nothing_is_shown() => Mask("s3cr3t-value").ApplyToPartial($"Bearer {new string('%', 1_000_000)}").ShouldBe("Bearer ");

    private static SecretMask Mask(params string[] secrets)
    {
        var mask = new SecretMask();
        mask.Add(secrets);
        return mask;
    }
}
