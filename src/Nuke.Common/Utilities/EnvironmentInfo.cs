using System.Reflection;
using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Nuke.Common.IO;
using Nuke.Common.Utilities;

namespace Nuke.Common;

/// <summary>The machine, the process's environment and the command line of the run.</summary>
public static partial class EnvironmentInfo
{
    public static string NewLine => Environment.NewLine;

    public static string MachineName => Environment.MachineName;

    public static bool IsWin => OperatingSystem.IsWindows();

    public static bool IsUnix => !IsWin;

    public static bool IsLinux => OperatingSystem.IsLinux();

    public static bool IsOsx => OperatingSystem.IsMacOS();

    /// <summary>Whether this is Linux inside of Windows.</summary>
    public static bool IsWsl
    {
        get
        {
            try
            {
                return IsLinux && File.ReadAllText("/proc/version").Contains("Microsoft", StringComparison.OrdinalIgnoreCase);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    public static bool IsArm64 => RuntimeInformation.OSArchitecture == Architecture.Arm64;

    public static bool Is64Bit => Environment.Is64BitOperatingSystem;

    public static bool Is32Bit => !Is64Bit;

    public static PlatformFamily Platform
        => IsWin ? PlatformFamily.Windows : IsLinux ? PlatformFamily.Linux : IsOsx ? PlatformFamily.OSX : PlatformFamily.Unknown;

    /// <summary>What the build was compiled for.</summary>
    public static FrameworkName Framework => new(
        Assembly.GetEntryAssembly()?.GetCustomAttribute<TargetFrameworkAttribute>()?.FrameworkName ?? AppContext.TargetFrameworkName
        ?? throw new InvalidOperationException("The framework of this process is not known: it was started by a program that is not .NET."));

    public static AbsolutePath WorkingDirectory
    {
        get => Environment.CurrentDirectory;
        set => Environment.CurrentDirectory = value;
    }

    /// <summary>Changes the working directory until the result is disposed. It belongs to the whole process: not for targets that run in parallel.</summary>
    /// <exception cref="ArgumentException">There is no such directory.</exception>
    public static IDisposable SwitchWorkingDirectory(this AbsolutePath path)
    {
        Assert.DirectoryExists(path);
        return DelegateDisposable.SetAndRestore(() => WorkingDirectory, path);
    }

    /// <summary>null on a system that has no such folder.</summary>
    public static AbsolutePath? SpecialFolder(SpecialFolders folder)
        => Environment.GetFolderPath((Environment.SpecialFolder)folder).ToNullIfEmpty()
        ?? (folder == SpecialFolders.UserProfile ? GetVariable("USERPROFILE") : null);
}
