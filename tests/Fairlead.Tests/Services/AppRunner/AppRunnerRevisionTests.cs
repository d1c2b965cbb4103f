using Fairlead.Services.AppRunner;

namespace Fairlead.Tests.Services.AppRunner;

public sealed class AppRunnerRevisionTests
{
    [Theory]
    [InlineData("repo@sha256:1;release=r1;commit=abc")]
    [InlineData("repo@sha256:1;release=r1")]
    [InlineData("repo@sha256:1")]
    public void A_revision_is_read_as_it_was_written(string text) => AppRunnerRevision.Parse(text).ToString().ShouldBe(text);

    [Theory]
    [InlineData("")]
    [InlineData(";release=r1")]
    [InlineData("repo@sha256:1;other=x")]
    public void What_is_no_revision_is_refused(string text)
        => Should.Throw<FairleadException>(() => AppRunnerRevision.Parse(text)).Why.ShouldContain("App Runner");

    [Fact]
    public void People_read_the_release_or_else_the_image()
    {
        AppRunnerRevision.Parse("r/shop@sha256:1;release=r1").Describe().ShouldBe("release r1");
        AppRunnerRevision.Parse("r/shop:latest").Describe().ShouldBe("shop:latest");
    }
}
