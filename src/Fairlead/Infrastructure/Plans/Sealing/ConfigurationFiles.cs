using System.Text.Json;
using System.Text.RegularExpressions;
using Fairlead.Infrastructure.Plans.Reading;
using Fairlead.Json;

namespace Fairlead.Infrastructure.Plans.Sealing;

/// <summary>
/// The files that a plan depends on: everything below the root module and the modules it uses, as
/// templates and scripts may have any name; the lock file; the variable
/// files that are used.
/// </summary>
internal static partial class ConfigurationFiles
{
    private static readonly StringComparer Names = StringComparer.Ordinal;

    /// <summary>Full paths, in order.</summary>
    /// <exception cref="FairleadException">A folder of the configuration cannot be read, or a module is the whole file system.</exception>
    public static IReadOnlyList<string> Find(string root, IReadOnlyList<string> variableFiles, string? dataDirectory)
    {
        root = Path.GetFullPath(root);
        var files = new SortedSet<string>(Names);
        try
        {
            foreach (var directory in Modules(root, dataDirectory ?? Path.Combine(root, ".terraform")))
            {
                Walk(directory, files, isRoot: directory == root);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(exception.Message, "Make it readable for this user.", exception);
        }

        foreach (var file in variableFiles)
        {
            files.Add(Path.GetFullPath(file, root));
        }

        return [.. files];
    }

    /// <summary>Variable files are where people put passwords.</summary>
    public static bool MayHoldSecrets(string path)
        => path.EndsWith(".tfvars", StringComparison.Ordinal) || path.EndsWith(".tfvars.json", StringComparison.Ordinal);

    private static SortedSet<string> Modules(string root, string dataDirectory)
    {
        var directories = new SortedSet<string>(Names) { root };
        // {"Modules": [{"Key": "", "Source": "", "Dir": "."}, {"Key": "network", "Source": "../../modules/network", "Dir": "../../modules/network"}]}
        var list = Path.Combine(Path.GetFullPath(dataDirectory, root), "modules", "modules.json");
        if (File.Exists(list))
        {
            try
            {
                var modules = WellFormedJson.Parse(File.ReadAllBytes(list));
                foreach (var directory in TerraformPlan.Items(modules, "Modules").Select(x => TerraformPlan.Text(x, "Dir")).OfType<string>())
                {
                    directories.Add(Path.TrimEndingDirectorySeparator(Path.GetFullPath(directory, root)));
                }

                return directories;
            }
            catch (JsonException)
            {
                // Terraform writes it anew at the next init; until then the sources say the same of what is local.
            }
        }

        var queue = new Queue<string>([root]);
        while (queue.TryDequeue(out var directory))
        {
            foreach (var file in Directory.Exists(directory) ? Directory
                .EnumerateFiles(directory)
                .Where(x => x.EndsWith(".tf", StringComparison.Ordinal) || x.EndsWith(".tf.json", StringComparison.Ordinal)) : [])
            {
                foreach (Match match in LocalSource().Matches(File.ReadAllText(file)))
                {
                    var module = Path.TrimEndingDirectorySeparator(Path.GetFullPath(match.Groups[1].Value, directory));
                    if (directories.Add(module))
                    {
                        queue.Enqueue(module);
                    }
                }
            }
        }

        return directories;
    }

    private static FairleadException Unreadable(string why, string next, Exception? inner = null)
        => new("What the plan is made from cannot be told.", why, next, inner);

    private static void Walk(string directory, SortedSet<string> files, bool isRoot)
    {
        if (directory == Path.GetPathRoot(directory))
        {
            throw Unreadable($"The source of a module is {directory}, the whole file system.", "Name the folder of the module.");
        }

        if (!Directory.Exists(directory))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(directory).Where(x => Counts(Path.GetFileName(x), isRoot)))
        {
            files.Add(file);
        }

        foreach (var child in Directory.EnumerateDirectories(directory))
        {
            var name = Path.GetFileName(child);
            // .terraform, .git and the like; a nested root with a state of its own is somebody else's.
            if (!name.StartsWith('.') && !new DirectoryInfo(child).Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                Walk(child, files, isRoot: false);
            }
        }
    }

    // What Terraform writes, what only tests and people read, and variable files that nobody named.
    private static bool Counts(string name, bool isRoot)
    {
        if (name is ".terraform.lock.hcl")
        {
            return isRoot;
        }

        if (name.StartsWith('.') || name.EndsWith('~') || name is "README.md" or "crash.log"
            || name.Contains(".tfstate", StringComparison.Ordinal) || name.Contains(".tfplan", StringComparison.Ordinal)
            || name.EndsWith(".tftest.hcl", StringComparison.Ordinal) || name.EndsWith(".tftest.json", StringComparison.Ordinal))
        {
            return false;
        }

        return !MayHoldSecrets(name)
            || (isRoot && (name is "terraform.tfvars" or "terraform.tfvars.json"
                || name.EndsWith(".auto.tfvars", StringComparison.Ordinal)
                || name.EndsWith(".auto.tfvars.json", StringComparison.Ordinal)));
    }

    // Local sources begin with ./ or ../ (https://developer.hashicorp.com/terraform/language/modules/sources#local-paths)
    [GeneratedRegex("""(?:^[ \t]*source[ \t]*=[ \t]*|"source"\s*:\s*)"(\.\.?/[^"\0]*)["]""", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex LocalSource();
}
