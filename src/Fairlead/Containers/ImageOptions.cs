using System.Globalization;

namespace Fairlead.Containers;

/// <summary>What an image is made of. Nothing in here may change from build to build: equal content must give an equal digest.</summary>
public sealed record ImageOptions
{
    /// <summary>Directory that <c>dotnet publish</c> wrote.</summary>
    public required string ContentDirectory { get; init; }

    /// <summary>The command: <c>["dotnet", "Shop.Api.dll"]</c>.</summary>
    public required IReadOnlyList<string> Entrypoint { get; init; }

    /// <summary>Absolute directory in the image that the content goes to.</summary>
    public string ContentRoot { get; init; } = "/app";

    /// <summary>Working directory; the content root when null.</summary>
    public string? WorkingDirectory { get; init; }

    /// <summary>Environment variables; they win over the base image's. Never a secret: whoever can pull can read them.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>TCP ports that the program listens on.</summary>
    public IReadOnlyList<int> ExposedPorts { get; init; } = [];

    /// <summary>User id that the program runs as. 1654 is the unprivileged <c>app</c> user of Microsoft's .NET images.</summary>
    public string User { get; init; } = "1654";

    /// <summary>Labels such as <c>org.opencontainers.image.source</c>. No times, no release ids: the image is older than its release.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>OCI image layout directory of the base image; null builds from <c>scratch</c>.</summary>
    public string? BaseLayoutDirectory { get; init; }

    public ImagePlatform Platform { get; init; } = ImagePlatform.OfThisMachine;

    /// <summary>
    /// Leaves out <c>runtimes/&lt;rid&gt;</c> of other operating systems and processors. The .NET host picks from these by its own
    /// runtime identifier, so it never looks at the ones left out. Both C libraries of Linux stay: the base decides which is used.
    /// </summary>
    public bool OnlyPlatformRuntimes { get; init; } = true;

    /// <summary>Time that the image and its files carry, in whole seconds. <c>SOURCE_DATE_EPOCH</c> when set, else 1970.</summary>
    public DateTimeOffset Created { get; init; } = SourceDateEpoch(System.Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"));

    /// <summary>What SOURCE_DATE_EPOCH means, 1970 when it is no time.
    /// https://reproducible-builds.org/specs/source-date-epoch/: seconds since 1970 as decimal digits.</summary>
    public static DateTimeOffset SourceDateEpoch(string? text)
        => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds <= MaxTarTime
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : DateTimeOffset.UnixEpoch;

    // Eleven octal digits, which is what a tar header has for a time.
    internal const long MaxTarTime = (1L << 33) - 1;
}
