using Nuke.Common.Tooling;

namespace Nuke.Common.Tools.Codecov;

public partial class CodecovTasks
{
    /// <summary>The package has one program for each system.</summary>
    protected override string GetToolPath(ToolOptions? options = null) => NuGetToolPathResolver.GetPackageExecutable(
        PackageId,
        EnvironmentInfo.Platform switch
        {
            PlatformFamily.Windows => "codecov.exe",
            PlatformFamily.OSX => "codecov-macos",
            _ => "codecov-linux",
        });
}
