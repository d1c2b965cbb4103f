using System.Globalization;

namespace Fairlead.Containers;

/// <summary>Computes an image's configuration from the options and the base's.</summary>
internal static class ImageConfiguration
{
    public static OciConfig Create(ImageOptions options, ImagePlan plan, OciConfig? baseConfig, IReadOnlyList<string> diffIds)
    {
        var created = options.Created.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        var process = baseConfig?.Config;
        return new OciConfig
        {
            Created = created,
            Architecture = options.Platform.Architecture,
            Os = options.Platform.OperatingSystem,
            Config = new OciProcess
            {
                User = options.User,
                ExposedPorts = Ports(process, options),
                Env = EnvironmentOf(process, options),
                Entrypoint = options.Entrypoint,
                // A new entry point voids the base's arguments, as with a Dockerfile's ENTRYPOINT.
                Cmd = null,
                WorkingDir = options.WorkingDirectory ?? options.ContentRoot,
                Labels = Merge(process?.Labels, options.Labels),
                StopSignal = process?.StopSignal,
            },
            Rootfs = new OciRootFileSystem { DiffIds = diffIds },
            History =
            [
                .. baseConfig?.History ?? [],
                .. plan.Layers.Select(x => new OciHistory { Created = created, CreatedBy = "fairlead", Comment = x.Name }),
            ],
        };
    }

    private static SortedDictionary<string, OciEmpty>? Ports(OciProcess? process, ImageOptions options)
    {
        var ports = new SortedDictionary<string, OciEmpty>(StringComparer.Ordinal);
        foreach (var port in (process?.ExposedPorts?.Keys ?? Enumerable.Empty<string>()).Concat(options.ExposedPorts.Select(x => $"{x}/tcp")))
        {
            ports[port] = new OciEmpty();
        }

        return ports.Count == 0 ? null : ports;
    }

    private static List<string>? EnvironmentOf(OciProcess? process, ImageOptions options)
    {
        var inherited = (process?.Env ?? [])
            .Select(x => x.Split('=', 2))
            .Where(x => !options.Environment.ContainsKey(x[0]))
            .Select(x => string.Join('=', x));
        List<string> all = [.. inherited, .. options.Environment.OrderBy(x => x.Key, StringComparer.Ordinal).Select(x => $"{x.Key}={x.Value}")];
        return all.Count == 0 ? null : all;
    }

    private static SortedDictionary<string, string>? Merge(IReadOnlyDictionary<string, string>? inherited, IReadOnlyDictionary<string, string> own)
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in (inherited ?? new Dictionary<string, string>()).Concat(own))
        {
            all[key] = value;
        }

        return all.Count == 0 ? null : all;
    }
}
