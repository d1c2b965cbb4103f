using System.Runtime.InteropServices;

namespace Fairlead.Containers;

/// <summary>Operating system and processor that an image is for, in OCI's words: <c>linux/amd64</c>.</summary>
public sealed record ImagePlatform(string OperatingSystem, string Architecture)
{
    public static ImagePlatform LinuxAmd64 { get; } = new("linux", "amd64");

    public static ImagePlatform LinuxArm64 { get; } = new("linux", "arm64");

    /// <summary>Linux on this machine's processor.</summary>
    public static ImagePlatform OfThisMachine
        => RuntimeInformation.OSArchitecture == System.Runtime.InteropServices.Architecture.Arm64 ? LinuxArm64 : LinuxAmd64;

    /// <summary>.NET's name of the processor: <c>x64</c>, <c>arm64</c>.</summary>
    internal string DotNetArchitecture => Architecture == "amd64" ? "x64" : Architecture;

    /// <exception cref="FairleadException">The text is not <c>os/architecture</c>.</exception>
    public static ImagePlatform Parse(string text)
        => text.Split('/') is [{ Length: > 0 } system, { Length: > 0 } architecture]
            ? new ImagePlatform(system, architecture)
            : throw new FairleadException(
                $"The platform '{text}' is not understood.",
                "A platform is an operating system and a processor with a slash between them.",
                "Write linux/amd64 or linux/arm64.");

    public override string ToString() => $"{OperatingSystem}/{Architecture}";
}
