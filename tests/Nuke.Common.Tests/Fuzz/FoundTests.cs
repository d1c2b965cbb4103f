using Nuke.Common.Tooling;

namespace Nuke.Common.Tests.Fuzz;

/// <summary>What the targets, and looking for others of a kind, have found.</summary>
public sealed class FoundTests
{
    [Fact]
    public void A_release_that_is_called_by_a_number_without_end_is_looked_through_once()
    {
        var version = (string?)"";
        var thread = new Thread(() => version = new LatestGitHubReleaseAttribute("a/b").Of($$"""[{"name":"{{new string('1', 1 << 20)}}"}]"""))
        {
            IsBackground = true,
        };

        thread.Start();

        // For what hangs: each digit was the beginning of a version, which was looked for to the end.
        thread.Join(TimeSpan.FromMinutes(1)).ShouldBeTrue();
        version.ShouldBeNull();
    }
}
