using System.Text;

namespace Fairlead.Secrets.Tests;

public sealed class RecordTextTests
{
    [Fact]
    public void A_record_shows_its_URLs_without_what_nobody_is_to_see()
        => new WithUrls(new Uri("https://user:hidden@host.test/a?token=hidden"), "https://user:hidden@host.test/b", 7) { More = [1, 2] }.ToString()
            .ShouldBe("WithUrls { Asked = https://host.test/a?token=[REDACTED], Mirror = https://host.test/b, Count = 7, More = System.Int32[], Twice = 14 }");

    [Fact]
    public void All_else_is_as_the_compiler_has_it()
        => new WithUrls(null, "/srv/mirror", 7) { More = [1] }.ToString().ShouldBe(new AsCompiled(null, "/srv/mirror", 7) { More = [1] }.ToString()
            .Replace(nameof(AsCompiled), nameof(WithUrls), StringComparison.Ordinal));

    [Fact]
    public void One_without_members_has_none_to_show() => new Empty().ToString().ShouldBe("Empty { }");

    private sealed record WithUrls(Uri? Asked, string Mirror, int Count)
    {
        public int[] More { get; init; } = [];

        public int Twice => 2 * Count;

        private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
    }

    private sealed record AsCompiled(Uri? Asked, string Mirror, int Count)
    {
        public int[] More { get; init; } = [];

        public int Twice => 2 * Count;
    }

    private sealed record Empty
    {
        private bool PrintMembers(StringBuilder builder) => RecordText.AppendMembers(builder, this);
    }
}
