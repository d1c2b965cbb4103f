namespace Fairlead.Containers;

/// <summary>Which <c>runtimes/&lt;rid&gt;/…</c> files a platform can use.</summary>
internal static class RuntimeFilter
{
    public static bool IsKept(string path, ImagePlatform platform)
    {
        if (platform.OperatingSystem != "linux" || path.Split('/') is not ["runtimes", var identifier, _, ..])
        {
            return true;
        }

        var (system, architecture) = Split(identifier);
        return system switch
        {
            // Portable ones; and what is not known is kept, because a missing native library only shows when the program runs.
            "any" or "base" => true,
            "unix" or "linux" or "linux-musl" => architecture is null || architecture == platform.DotNetArchitecture,
            _ => !IsOtherSystem(system),
        };
    }

    private static (string System, string? Architecture) Split(string identifier)
    {
        var dash = identifier.LastIndexOf('-');
        return dash > 0 && identifier[(dash + 1)..] is var last && last != "musl" ? (identifier[..dash], last) : (identifier, null);
    }

    // Other C libraries of Linux (bionic is Android's) count as other systems. The names may carry a version: osx.10.12, win10.
    private static bool IsOtherSystem(string system)
        => new[] { "win", "osx", "ios", "tvos", "maccatalyst", "android", "linux-bionic", "browser", "wasi", "freebsd", "illumos", "solaris", "tizen" }
            .Any(x => system.StartsWith(x, StringComparison.Ordinal));
}
