using Fairlead.LocalCloud.Ecs;
using Fairlead.LocalCloud.Protocol;

namespace Fairlead.LocalCloud.Tests.Ecs;

public sealed class VolumePathTests
{
    private const string Root = "/clone/state";

    [Theory]
    [InlineData("/srv/volumes/web/data", "/srv/volumes/web/data")]
    [InlineData("/clone/state/volumes/web/data", "volumes/web/data")]
    [InlineData("/clone/state-2/data", "/clone/state-2/data")]
    [InlineData("volumes/web/data", "volumes/web/data")]
    public void What_lies_in_the_state_is_kept_relative_to_it(string registered, string kept) => VolumePath.Kept(Root, registered).ShouldBe(kept);

    [Theory]
    [InlineData("", "The sourcePath of a volume's host should not be empty.")]
    [InlineData("data", "The sourcePath 'data' of a volume's host must be an absolute path")]
    [InlineData("volumes", "The sourcePath 'volumes' of a volume's host must be an absolute path")]
    [InlineData("volumes/../ecs", "The sourcePath 'volumes/../ecs' of a volume's host must be an absolute path")]
    [InlineData("../../etc", "The sourcePath '../../etc' of a volume's host must be an absolute path")]
    public void A_path_that_names_no_volume_is_refused(string registered, string why)
    {
        var error = Should.Throw<AwsServiceException>(() => VolumePath.Kept(Root, registered));

        error.Code.ShouldBe("ClientException");
        error.Message.ShouldStartWith(why);
    }
}
