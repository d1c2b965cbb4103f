using System.Text;
using Nuke.Common.Utilities;

namespace Nuke.Common.Tests.Utilities;

public sealed class StringTests
{
    [Theory]
    [InlineData("ApiKey", "Api Key")]
    [InlineData("NuGetApiKey", "NuGet Api Key")]
    [InlineData("GitHubToken", "GitHub Token")]
    [InlineData("myNugetFeed", "my Nuget Feed")]
    [InlineData("MSBuildPath", "MSBuild Path")]
    [InlineData("ABTest", "ABTest")]
    [InlineData("x", "x")]
    public void Humps_are_words_and_known_words_stay_whole(string text, string expected)
        => text.SplitCamelHumpsWithKnownWords().JoinSpace().ShouldBe(expected);

    [Theory]
    [InlineData("a", "a", "a")]
    [InlineData("a b", "a or b", "a and b")]
    [InlineData("a b c", "a, b, or c", "a, b, and c")]
    public void Lists_read_as_in_a_sentence(string words, string or, string and)
    {
        words.SplitSpace().JoinCommaOr().ShouldBe(or);
        words.SplitSpace().JoinCommaAnd().ShouldBe(and);
    }

    [Theory]
    [InlineData("a b", "\"a b\"")]
    [InlineData("ab", "ab")]
    [InlineData("\"a b\"", "\"a b\"")]
    [InlineData(" ", "")]
    public void A_text_with_a_space_is_quoted_once(string text, string expected) => text.DoubleQuoteIfNeeded().ShouldBe(expected);

    [Fact]
    public void Quotes_are_put_on_and_taken_off()
    {
        "a\"b".DoubleQuote().ShouldBe("\"a\\\"b\"");
        "it's".SingleQuote().ShouldBe("'it\\'s'");
        "a;b".DoubleQuoteIfNeeded(';').ShouldBe("\"a;b\"");
        "'a'".TrimMatchingSingleQuotes().ShouldBe("a");
        "'a\"".TrimMatchingDoubleQuotes().ShouldBe("'a\"");
        "\"".IsDoubleQuoted().ShouldBeFalse();
    }

    [Fact]
    public void Text_is_split_and_joined()
    {
        "a1b2".Split((c, _) => char.IsDigit(c)).ShouldBe(["a", "b", ""]);
        "a1b2".Split((c, _) => char.IsDigit(c), includeSplitCharacter: true).ShouldBe(["a", "1b", "2"]);
        "a\r\nb\nc".SplitLineBreaks().ShouldBe(["a", "b", "c"]);
        new[] { "a", "b" }.JoinParagraph(PlatformFamily.Linux).ShouldBe("a\n\nb");
        new[] { "a", "b" }.JoinNewLine(PlatformFamily.Windows).ShouldBe("a\r\nb");
        "a   b\r\n".TrimWhitespaces().ShouldBe("a b");
        "a.txt".TrimEnd(".txt").TrimStart("b").ShouldBe("a");
    }

    [Fact]
    public void Text_is_changed()
    {
        "x".Indent(2).ShouldBe("  x");
        '='.Repeat(3).ShouldBe("===");
        "abcdef".Truncate(3).ShouldBe("abc…");
        "{a}".EscapeBraces().ShouldBe("{{a}}");
        @"\u0041b".ReplaceUnicode().ShouldBe("Ab");
        "nuget and github".ReplaceKnownWords().ShouldBe("NuGet and GitHub");
        "a1".IndexOfRegex("[0-9]").ShouldBe(1);
        "word".Capitalize().ShouldBe("Word");
    }

    [Fact]
    public void Hashes_are_the_well_known_ones()
    {
        "abc".GetMD5Hash().ShouldBe("900150983cd24fb0d6963f7d28e17f72");
        "abc".GetSHA256Hash().ShouldStartWith("ba7816bf8f01cfea");
        // The example of https://en.wikipedia.org/wiki/HMAC.
        const string fox = "The quick brown fox jumps over the lazy dog";
        fox.GetHMACSHA1Hash("key").ShouldBe("de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9");
        fox.GetHMACSHA256Hash<UTF8Encoding>("key").ShouldStartWith("f7bc83f430538424");
    }

    [Fact]
    public void Comparisons_ignore_case_when_they_say_so()
    {
        "Main".EqualsAnyOrdinalIgnoreCase("master", "main").ShouldBeTrue();
        "release/1".StartsWithAny("hotfix/", "Release/").ShouldBeFalse();
        "release/1".StartsWithAnyOrdinalIgnoreCase("hotfix/", "Release/").ShouldBeTrue();
        "a.TRX".EndsWithAnyOrdinalIgnoreCase(".xml", ".trx").ShouldBeTrue();
        new[] { "A" }.ContainsAnyOrdinalIgnoreCase("b", "a").ShouldBeTrue();
    }
}
