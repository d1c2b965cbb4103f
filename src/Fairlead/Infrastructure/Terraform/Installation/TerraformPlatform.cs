using System.Runtime.InteropServices;

namespace Fairlead.Infrastructure.Terraform.Installation;

/// <summary>This machine, as the names of packages say it.</summary>
internal static class TerraformPlatform
{
    /// <summary><c>linux_amd64</c>, <c>darwin_arm64</c>, <c>windows_amd64</c>.</summary>
    public static string Current { get; } =
        $"{(OperatingSystem.IsWindows() ? "windows" : OperatingSystem.IsMacOS() ? "darwin" : OperatingSystem.IsFreeBSD() ? "freebsd" : "linux")}_{Architecture}";

    private static string Architecture => RuntimeInformation.OSArchitecture switch
    {
        System.Runtime.InteropServices.Architecture.Arm64 => "arm64",
        System.Runtime.InteropServices.Architecture.Arm => "arm",
        System.Runtime.InteropServices.Architecture.X86 => "386",
        _ => "amd64",
    };
}
