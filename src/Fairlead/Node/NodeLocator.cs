using System.Text.Json;
using Fairlead.Json;
using Fairlead.Reporting;
using Fairlead.Secrets.Children;

namespace Fairlead.Node;

/// <summary>Finds a Node.js that satisfies a package: on PATH, else downloaded before, else downloaded now and checked against its published SHA-256.</summary>
public sealed class NodeLocator(NodeOptions options, NodeDownload download, IReporter reporter)
{
    /// <exception cref="FairleadException">package.json cannot be read, or no Node.js satisfies it and none can be downloaded.</exception>
    public async Task<NodeInstallation> FindAsync(CancellationToken cancellationToken)
    {
        var range = await ReadEnginesAsync(cancellationToken);
        var found = new List<NodeInstallation>();
        foreach (var directory in options.SearchPath)
        {
            if (await ProbeAsync(directory, "PATH", cancellationToken) is { } candidate)
            {
                if (range.Contains(candidate.Version))
                {
                    return candidate;
                }

                found.Add(candidate);
            }
        }

        var why = found.Count == 0 ? "No Node.js is on PATH" : $"Node.js on PATH is {string.Join(", ", found.Select(x => x.Version).Distinct())}";
        if (!range.Contains(options.PinnedVersion))
        {
            throw new FairleadException(
                "The web build has no Node.js to run with.",
                $"{why}, and package.json wants {range}, which the release that would be downloaded ({options.PinnedVersion}) does not satisfy either.",
                "Install a Node.js that satisfies package.json, or name another release to download.");
        }

        var installed = await ProbeAsync(download.BinDirectory(options), "downloaded", cancellationToken);
        if (installed?.Version == options.PinnedVersion)
        {
            return installed;
        }

        reporter.Information($"{why}; package.json wants {range}. Downloading Node.js {options.PinnedVersion}.");
        await download.RunAsync(options, why, cancellationToken);
        return await ProbeAsync(download.BinDirectory(options), "downloaded", cancellationToken)
               ?? throw new FairleadException(
                   "The web build has no Node.js to run with.",
                   "The one that was downloaded does not start on this machine.",
                   "Install a Node.js that satisfies package.json.");
    }

    /// <summary>What package.json wants; any version when it does not say.</summary>
    internal async Task<NodeVersionRange> ReadEnginesAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(options.PackageDirectory, "package.json");
        try
        {
            var root = WellFormedJson.Parse(await File.ReadAllBytesAsync(file, cancellationToken));
            return root.TryGetProperty("engines", out var engines) && engines.TryGetProperty("node", out var node)
                ? NodeVersionRange.Parse(node.GetString() ?? "*")
                : NodeVersionRange.Any;
        }
        catch (Exception exception) when (exception is IOException or JsonException or FormatException or InvalidOperationException)
        {
            throw new FairleadException(
                "The web build cannot be prepared.",
                $"{file} cannot be read: {exception.Message}",
                "Correct the file and run again.",
                exception);
        }
    }

    internal static string ProgramIn(string directory) => Path.Combine(directory, OperatingSystem.IsWindows() ? "node.exe" : "node");

    private static async Task<NodeInstallation?> ProbeAsync(string directory, string origin, CancellationToken cancellationToken)
    {
        var node = ProgramIn(directory);
        if (!File.Exists(node))
        {
            return null;
        }

        try
        {
            using var process = ChildStart.Run(ChildStart.Of(node, ["--version"], ChildEnvironment.Bare(ChildEnvironment.OfThisProcess())));
            using var watch = OrphanWatch.Over(process);
            var output = await process.StandardOutput.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return process.ExitCode == 0 && NodeVersion.TryParse(output, out var version) ? new NodeInstallation(version, directory, origin) : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
