using System.ComponentModel;
using System.Text.RegularExpressions;
using Fairlead.Infrastructure.Terraform.Configuration;
using Fairlead.Infrastructure.Terraform.Installation;
using Fairlead.Infrastructure.Terraform.Processes;
using Fairlead.Reporting;

namespace Fairlead.Infrastructure.Terraform;

/// <summary>Finds a terraform or tofu: the one that is named, else on PATH, else downloaded before, else downloaded now with its signature verified.</summary>
public sealed partial class TerraformLocator(TerraformToolOptions options, IReporter reporter)
{
    // Shims of version managers may fetch one first.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>A program that satisfies version, configuration and preference. Downloads at most one.</summary>
    /// <exception cref="FairleadException">There is none, or what was downloaded is not what its publisher signed.</exception>
    public async Task<TerraformTool> FindAsync(CancellationToken cancellationToken)
    {
        var constraints = await ConstraintsAsync(cancellationToken);
        var wanted = options.Version ?? await PinnedAsync(cancellationToken);
        if (options.ProgramPath is { } named)
        {
            return await NamedAsync(named, constraints, cancellationToken);
        }

        var found = new List<TerraformTool>();
        foreach (var product in options.Products)
        {
            foreach (var directory in options.SearchPath)
            {
                if (await ProbeAsync(Path.Combine(directory, FileName(product)), "PATH", cancellationToken) is { } tool)
                {
                    found.Add(tool);
                    if (Satisfies(tool, wanted, constraints))
                    {
                        return tool;
                    }
                }
            }
        }

        var why = Why(found, wanted, constraints);
        var version = wanted ?? options.DefaultVersion;
        if (!options.AllowDownload || options.Products.Count == 0)
        {
            throw new FairleadException(
                "There is no Terraform to run.",
                $"{why}, and downloading one is switched off.",
                "Install one, name its path, or allow the download.");
        }

        if (constraints.FirstOrDefault(x => !x.Constraint.Contains(version)) is { Constraint: { } unmet } unsatisfied)
        {
            throw new FairleadException(
                "There is no Terraform to run.",
                    $"{why}; version {version}, which would be downloaded, is not one that {unsatisfied.File} allows ({unmet}).",
                    "Name a version that satisfies required_version.");
        }

        var download = new TerraformDownload(options, options.Products[0], version, reporter);
        if (await ProbeAsync(download.ProgramPath, "downloaded", cancellationToken) is not { } cached || cached.Version != version)
        {
            reporter.Information($"{why}. Downloading {options.Products[0]} {version}.");
            await download.RunAsync(why, cancellationToken);
        }

        return await ProbeAsync(download.ProgramPath, "downloaded", cancellationToken)
               ?? throw new FairleadException(
                   "There is no Terraform to run.",
                   $"The one that was downloaded, {download.ProgramPath}, does not start on this machine.",
                   "Install one that does, or name its path.");
    }

    /// <summary>What a program says of itself; null when it is no terraform and no tofu.</summary>
    // Terraform v1.11.4
    // on linux_amd64
    internal static (TerraformProduct Product, TerraformVersion Version)? ParseVersion(string output)
        => Banner().Match(output) is { Success: true } match && TerraformVersion.TryParse(match.Groups["version"].Value, out var version)
            ? (match.Groups["product"].Value == "OpenTofu" ? TerraformProduct.OpenTofu : TerraformProduct.Terraform, version)
            : null;

    private async Task<TerraformTool> NamedAsync(
        string path,
        List<(string File, VersionConstraint Constraint)> constraints,
        CancellationToken cancellationToken)
    {
        var tool = await ProbeAsync(Path.GetFullPath(path), "named", cancellationToken)
                   ?? throw new FairleadException(
                       "There is no Terraform to run.",
                       File.Exists(path) ? $"{path} was named, and it is neither terraform nor tofu." : $"{path} was named and does not exist.",
                       "Correct the path, or name none.");
        if (options.Version is { } version && tool.Version != version)
        {
            throw new FairleadException(
                "There is no Terraform to run.",
                $"{path} was named and is {tool}, and version {version} is asked for.",
                "Name another path, or no version.");
        }

        return constraints.FirstOrDefault(x => !x.Constraint.Contains(tool.Version)) is { Constraint: { } unmet } unsatisfied
            ? throw new FairleadException(
                "There is no Terraform to run.",
                $"{path} was named and is {tool}, and {unsatisfied.File} requires {unmet}.",
                "Name another path, or none.")
            : tool;
    }

    private async Task<TerraformTool?> ProbeAsync(string program, string origin, CancellationToken cancellationToken)
    {
        if (!File.Exists(program))
        {
            return null;
        }

        var environment = new Dictionary<string, string>(options.Environment, StringComparer.Ordinal) { ["CHECKPOINT_DISABLE"] = "1" };
        var start = ProcessGroup.StartInfo(program, ["version"], environment);
        start.WorkingDirectory = options.ConfigurationDirectory is { } directory && Directory.Exists(directory)
            ? Path.GetFullPath(directory)
            : Path.GetTempPath();
        try
        {
            var output = "";
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            limit.CancelAfter(Limit);
            var limits = new StopLimits(TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeProvider.System, CancellationToken.None);
            await new TerraformProcess(limits, SilentReporter.Instance).RunAsync(
                start,
                async x => output = await ReadAsync(x),
                async x => await ReadAsync(x),
                limit.Token);
            cancellationToken.ThrowIfCancellationRequested();
            return ParseVersion(output) is { } it ? new TerraformTool(program, it.Product, it.Version, origin) : null;
        }
        catch (Exception exception) when (exception is FairleadException or Win32Exception)
        {
            return null;
        }
    }

    private async Task<List<(string File, VersionConstraint Constraint)>> ConstraintsAsync(CancellationToken cancellationToken)
    {
        if (options.ConfigurationDirectory is not { } directory)
        {
            return [];
        }

        var module = await RootModule.ReadAsync(
            directory,
            options.Products.Contains(TerraformProduct.OpenTofu) && options.Products.Count == 1 ? TerraformProduct.OpenTofu : null,
            cancellationToken);
        try
        {
            return [.. module.RequiredVersions.Select(x => (x.File, VersionConstraint.Parse(x.Constraint)))];
        }
        catch (FormatException exception)
        {
            throw new FairleadException(
                "There is no Terraform to run.",
                $"required_version of {directory} cannot be understood: {exception.Message}",
                "Correct it and run the build again.",
                exception);
        }
    }

    // As tfenv and tenv read it: the nearest one upwards. Words such as "latest" name no version and are theirs alone.
    private async Task<TerraformVersion?> PinnedAsync(CancellationToken cancellationToken)
    {
        for (var directory = options.ConfigurationDirectory is { } start
            ? new DirectoryInfo(Path.GetFullPath(start))
            : null; directory is not null; directory = directory.Parent)
        {
            var file = Path.Combine(directory.FullName, ".terraform-version");
            if (File.Exists(file))
            {
                var text = (await File.ReadAllTextAsync(file, cancellationToken)).Trim();
                return TerraformVersion.TryParse(text, out var version)
                    ? version
                    : throw new FairleadException(
                        "There is no Terraform to run.",
                        $"{file} says '{text}', which is not a version.",
                        "Write an exact version into it, such as 1.11.4.");
            }
        }

        return null;
    }

    private static bool Satisfies(TerraformTool tool, TerraformVersion? wanted, List<(string File, VersionConstraint Constraint)> constraints)
        => (wanted is null || tool.Version == wanted) && constraints.All(x => x.Constraint.Contains(tool.Version));

    private string Why(List<TerraformTool> found, TerraformVersion? wanted, List<(string File, VersionConstraint Constraint)> constraints)
    {
        var names = string.Join(" and no ", options.Products.Select(x => Path.GetFileNameWithoutExtension(FileName(x))));
        if (found.Count == 0)
        {
            return $"No {names} is on PATH";
        }

        var need = wanted is not null
            ? $"version {wanted} is asked for"
            : $"{constraints.First(x => found.Any(y => !x.Constraint.Contains(y.Version))).File} requires "
                + $"{string.Join(", ", constraints.Select(x => x.Constraint))}";
        return $"{string.Join(" and ", found.Select(x => x.ToString()).Distinct())} on PATH will not do: {need}";
    }

    internal static string FileName(TerraformProduct product)
        => (product == TerraformProduct.OpenTofu ? "tofu" : "terraform") + (OperatingSystem.IsWindows() ? ".exe" : "");

    private static async Task<string> ReadAsync(Stream stream)
    {
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }

    [GeneratedRegex(@"^(?<product>Terraform|OpenTofu) v(?<version>\S+)", RegexOptions.Multiline)]
    private static partial Regex Banner();
}
