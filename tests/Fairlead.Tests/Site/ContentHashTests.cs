using Fairlead.Site;

namespace Fairlead.Tests.Site;

public sealed class ContentHashTests
{
    [Theory]
    [InlineData("assets/index-BkF3x_9Z.js")]
    [InlineData("assets/index-B-k3x_9Z.js")]
    [InlineData("assets/vendor-a1b2c3d4.css")]
    [InlineData("static/js/main.8f3a2c1d.js")]
    [InlineData("static/js/main.8f3a2c1d.chunk.js")]
    [InlineData("assets/index-BkF3x_9Z.js.map")]
    [InlineData("logo.5d5d9eefa31e5e13a6610d9fa7a283bb.svg")]
    public void A_bundlers_hash_is_recognised(string path) => ContentHash.IsIn(path).ShouldBeTrue();

    [Theory]
    [InlineData("index.html")]
    [InlineData("app-settings.js")]
    [InlineData("table-DataGrid.js")]
    [InlineData("my-version2.js")]
    [InlineData("photo-20260101.jpg")]
    [InlineData("facade-deadbeef.js")]
    [InlineData("favicon.ico")]
    [InlineData(".well-known")]
    [InlineData("apple-touch-icon.png")]
    [InlineData("service-worker.js")]
    public void A_name_that_people_write_is_not_taken_for_a_hash(string path) => ContentHash.IsIn(path).ShouldBeFalse();
}
