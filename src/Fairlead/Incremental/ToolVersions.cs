using System.Globalization;
using System.Runtime.InteropServices;

namespace Fairlead.Incremental;

/// <summary>What tells one version of a tool from another without starting it, to be used as a key.</summary>
public static class ToolVersions
{
    /// <summary>The .NET SDKs beside the runtime that this process runs on; another one is there, and may be picked, after an update.</summary>
    public static string DotNet()
    {
        // <dotnet>/shared/Microsoft.NETCore.App/10.0.0/
        var root = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        var sdks = Path.Combine(root, "sdk");
        return Directory.Exists(sdks)
            ? $".NET {string.Join(' ', Directory.GetDirectories(sdks).Select(Path.GetFileName).Order(StringComparer.Ordinal))}"
            : $".NET {Environment.Version}";
    }

    /// <summary>Where the first program of this name on PATH lies, how long it is and when it was written; nothing when there is none.</summary>
    /// <param name="name">Without extension.</param>
    public static string OnPath(string name)
    {
        foreach (var directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
        {
            var file = new FileInfo(Path.Combine(directory, OperatingSystem.IsWindows() ? $"{name}.exe" : name));
            if (file.Exists)
            {
                var program = file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
                return string.Create(CultureInfo.InvariantCulture, $"{name} {program.FullName} {program.Length} {program.LastWriteTimeUtc.Ticks}");
            }
        }

        return $"{name} is not on PATH";
    }
}
