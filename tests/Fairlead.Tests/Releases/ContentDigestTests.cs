using Fairlead.Releases;

namespace Fairlead.Tests.Releases;

public sealed class ContentDigestTests
{
    [Fact]
    public void The_digest_of_known_content_never_changes()
        => ContentDigest.Of("sha256:1", "sha256:2", "sha256:3").ToString().ShouldBe(Known);

    // printf 'fairlead-content/1\n13:configuration=8:sha256:3\n5:image=8:sha256:1\n4:site=8:sha256:2\n' | sha256sum
    private const string Known = "sha256:2dd4414b12841c6e0d8d8095c8fd4f0bba3d27edb1935ad0c344679db99fc6be";

    [Fact]
    public void Each_part_counts_and_so_does_which_part_it_is()
    {
        var digests = new[]
        {
            ContentDigest.Of("a", "b", "c"), ContentDigest.Of("b", "a", "c"), ContentDigest.Of("a", "b", null), ContentDigest.Of(null, "a", "b"),
            ContentDigest.Of("a", "bc", null), ContentDigest.Of("ab", "c", null), ContentDigest.Of("", null, null), ContentDigest.Of(null, null, null),
        };

        digests.ShouldBeUnique();
    }

    [Fact]
    public void The_order_of_parts_does_not_count()
        => ContentDigest
            .Of(new Dictionary<string, string?> { ["x"] = "1", ["y"] = "2" })
            .ShouldBe(ContentDigest.Of(new Dictionary<string, string?> { ["y"] = "2", ["x"] = "1" }));
}
