using System.Text;
using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class ReleaseStampTests
{
    [Theory]
    [InlineData("<html><head><title>é</title></head></html>", "<html><head><title>é</title><meta name=\"release\" content=\"r1\"></head></html>")]
    [InlineData("<HEAD>\r\n</HEAD >\r\n", "<HEAD>\r\n<meta name=\"release\" content=\"r1\"></HEAD >\r\n")]
    [InlineData("<head><meta content='old' name='release' /><p></head>", "<head><meta name=\"release\" content=\"r1\"><p></head>")]
    [InlineData("<head><meta name=release content=old></head>", "<head><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData(
        "<head><meta name=\"release-notes\" content=\"x\"></head>",
        "<head><meta name=\"release-notes\" content=\"x\"><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData(
        "<head><!-- <meta name=\"release\"> </head> --><script>'</head>'</script></head>",
        "<head><!-- <meta name=\"release\"> </head> --><script>'</head>'</script><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData("<head><title></head></title></head>", "<head><title></head></title><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData("<head><p title='</head>'></head>", "<head><p title='</head>'><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData("<head><p title=a'b></head>", "<head><p title=a'b><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData(
        "<head><meta name=x content='name=release'></head>",
        "<head><meta name=x content='name=release'><meta name=\"release\" content=\"r1\"></head>")]
    [InlineData("\uFEFF<head></head>日本", "\uFEFF<head><meta name=\"release\" content=\"r1\"></head>日本")]
    public void The_stamp_is_written_and_every_other_byte_stays(string page, string stamped)
        => Encoding.UTF8.GetString(ReleaseStamp.Apply("index.html", Encoding.UTF8.GetBytes(page), "r1")).ShouldBe(stamped);

    [Fact]
    public void Stamping_a_stamped_page_again_changes_only_the_release()
    {
        var page = "<html><head></head></html>"u8.ToArray();
        var once = ReleaseStamp.Apply("index.html", page, "r1");
        ReleaseStamp.Apply("index.html", once, "r1").ShouldBe(once);
        ReleaseStamp.Read(Encoding.UTF8.GetString(ReleaseStamp.Apply("index.html", once, "r2"))).ShouldBe("r2");
    }

    [Fact]
    public void A_page_without_a_head_is_an_error_that_names_it()
        => Should
            .Throw<FairleadException>(() => ReleaseStamp.Apply("about/index.html", "<p>no head"u8, "r1")).Message
            .ShouldStartWith("about/index.html cannot be stamped");

    [Fact]
    public void A_page_in_another_encoding_is_refused()
        => Should.Throw<FairleadException>(() => ReleaseStamp.Apply(
            "index.html",
            Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("<head></head>")).ToArray(),
            "r1")).Why.ShouldBe("It is not UTF-8.");

    [Fact]
    public void A_release_id_cannot_carry_markup()
        => Should.Throw<ArgumentException>(() => ReleaseStamp.Apply("index.html", "<head></head>"u8, "\"><script>"));

    [Theory]
    [InlineData("<head><meta name=\"release\" content=\"r1\"></head>", "r1")]
    [InlineData("<head><meta content=r1 name=release></head>", "r1")]
    [InlineData("<head><meta content='a > b' name='release'></head>", "a > b")]
    [InlineData("<head><meta name=release data-content=x content></head>", "")]
    [InlineData("<head><metadata name=release content=r1></head>", null)]
    [InlineData("<head><meta name=release content=r1", null)]
    [InlineData("<head><!-- <meta name=\"release\" content=\"r0\"> --></head>", null)]
    [InlineData("", null)]
    public void The_release_of_a_page_is_read(string page, string? release) => ReleaseStamp.Read(page).ShouldBe(release);
}
