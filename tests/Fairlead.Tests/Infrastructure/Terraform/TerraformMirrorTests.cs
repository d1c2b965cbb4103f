using Fairlead.Infrastructure.Terraform;
using Fairlead.Reporting;

namespace Fairlead.Tests.Infrastructure.Terraform;

public sealed class TerraformMirrorTests : IDisposable
{
    private readonly TemporaryDirectory _directory = new("fairlead-mirror-");

    [Theory]
    [InlineData("http://mirror.example.com/", "'http://mirror.example.com/', which is neither https nor this machine")]
    [InlineData("http://someone:hunter2@mirror.example.com/", "'http://mirror.example.com/', which is neither https nor this machine")]
    [InlineData("file:///srv/terraform/", "'file:///srv/terraform/', which is no https but file")]
    public async Task A_mirror_that_anybody_on_the_way_could_play_is_refused(string mirror, string why)
    {
        var options = new TerraformToolOptions { CacheDirectory = Path.Combine(_directory, "cache"), SearchPath = [], Mirror = new Uri(mirror) };

        var error = await Should.ThrowAsync<FairleadException>(() => new TerraformLocator(options, SilentReporter.Instance).FindAsync(default));

        error.What.ShouldBe("Terraform is not downloaded.");
        error.Why.ShouldStartWith($"TerraformToolOptions.Mirror is {why}");
        error.ToString().ShouldNotContain("hunter2");
        Directory.Exists(options.CacheDirectory).ShouldBeFalse();
    }

    public void Dispose() => _directory.Dispose();
}
