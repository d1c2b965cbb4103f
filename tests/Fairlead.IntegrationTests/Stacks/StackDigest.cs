using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Fairlead.IntegrationTests.Stacks;

/// <summary>
/// What the life of a stack depends on, as one SHA-256: the stack with the modules that it uses, its profile and variables, the emulator, the code that
/// plans, applies and destroys, and what the test expects. Not everything that a deploy runs through: that has tests of its own, and the nightly
/// workflow lets every stack live.
/// </summary>
internal static partial class StackDigest
{
    /// <summary>The code for all stacks: what runs Terraform and reads what it made, and the test of a
    /// stack's life. Files, and directories with all below.</summary>
    private static readonly string[] Code =
    [
        "src/Fairlead/Infrastructure/Terraform",
        "src/Fairlead/Infrastructure/StackOutputs.cs",
        "src/Fairlead/Infrastructure/StackOutputsReader.cs",
        "src/Fairlead.Components/ITerraform.cs",
        "src/Fairlead.Components/Terraform",
        "tests/Fairlead.IntegrationTests/Stacks/ReferenceStacks.cs",
        "tests/Fairlead.IntegrationTests/Stacks/StackCase.cs",
        "tests/Fairlead.IntegrationTests/Stacks/StackCycle.cs",
        "tests/Fairlead.IntegrationTests/Stacks/StackState.cs",
        "tests/Fairlead.IntegrationTests/Stacks/StackTests.cs",
        "tests/Fairlead.IntegrationTests/Stacks/StateAttributes.cs",
        "tests/Fairlead.IntegrationTests/Stacks/StateExpectation.cs",
        "tests/Fairlead.IntegrationTests/Stacks/TerraformSettings.cs",
    ];

    /// <summary>What reads and judges the plan of a stack, and the test of that.</summary>
    private static readonly string[] Judging =
    [
        "src/Fairlead/Infrastructure/Plans",
        "infra/prices",
        "tests/Fairlead.IntegrationTests/Infrastructure/Plans/StackPlans.cs",
        "tests/Fairlead.IntegrationTests/Infrastructure/Plans/StackPlanTests.cs",
        "tests/Fairlead.IntegrationTests/Stacks/PlannedRole.cs",
    ];

    /// <summary>The digest of a stack as it is on disk.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="stack">Name of the stack and of its profile.</param>
    /// <exception cref="FileNotFoundException">Something of <see cref="Code" /> was renamed, and the digest would no longer see it.</exception>
    public static string Of(string root, string stack) => Of(root, Files(root, stack));

    /// <summary>The digest of what is asserted of a stack's plan on an emulator: the stack's own, and what reads and judges plans.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="stack">Name of the stack.</param>
    public static string OfPlan(string root, string stack) => Of(root, FilesOfPlan(root, stack));

    /// <summary>The files that count for it.</summary>
    public static IReadOnlyList<string> FilesOfPlan(string root, string stack)
        => [.. Files(root, stack).Concat(Judging.SelectMany(x => Below(root, x))).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The digest of what the plans of a module's own tests depend on: its files with its tests, and the modules that it uses.</summary>
    /// <param name="root">The repository.</param>
    /// <param name="module">Path of the module below <c>infra</c>: <c>modules/network</c>.</param>
    public static string OfModule(string root, string module)
        => Of(root, Modules(root, $"infra/{module}")
            .Concat([$"infra/{module}", $"infra/{module}/tests"])
            .Where(x => Directory.Exists(Path.Combine(root, x)))
            .SelectMany(x => Below(root, x))
            .Distinct()
            .Order(StringComparer.Ordinal));

    private static string Of(string root, IEnumerable<string> files)
    {
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in files)
        {
            var content = Normalized(path, File.ReadAllText(Path.Combine(root, path)));

            // The length keeps apart what ends one file from what begins the next.
            digest.AppendData(Encoding.UTF8.GetBytes($"{path}\n{content.Length}\n{content}\n"));
        }

        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }

    /// <summary>Every file that counts, by its path in the repository, sorted.</summary>
    public static IReadOnlyList<string> Files(string root, string stack)
    {
        var roots = new List<string>
        {
            "tests/emulator",
            $"infra/stacks/{stack}",
            $".nuke/parameters.{stack}.json",
            $"tests/Fairlead.IntegrationTests/Stacks/{char.ToUpperInvariant(stack[0])}{stack[1..]}Expectations.cs"
        };
        roots.AddRange(Code);
        roots.AddRange(Modules(root, $"infra/stacks/{stack}"));
        if (roots.FirstOrDefault(x => !Path.Exists(Path.Combine(root, x))) is { } missing)
        {
            throw new FileNotFoundException(
                $"{missing} does not exist, and the cycle of the stack {stack} depends on it. Name in {nameof(StackDigest)}.cs what has taken its place.");
        }

        // What the profile names besides; not every stack has it.
        var variables = $"samples/storefront/stacks/{stack}.tfvars";
        return
        [
            .. roots.SelectMany(x => Below(root, x))
                .Concat(File.Exists(Path.Combine(root, variables)) ? [variables] : [])
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Local modules that a directory uses, and those that these use.</summary>
    private static HashSet<string> Modules(string root, string directory)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>([directory]);
        while (open.TryPop(out var next))
        {
            foreach (var source in Directory.EnumerateFiles(Path.Combine(root, next), "*.tf").SelectMany(x => Source().Matches(File.ReadAllText(x))))
            {
                var module = Relative(root, Path.GetFullPath(Path.Combine(root, next, source.Groups["path"].Value)));
                if (found.Add(module))
                {
                    open.Push(module);
                }
            }
        }

        return found;
    }

    /// <summary>The file, or the files of the directory, without what changes nothing in a stack's life:
    /// texts, tests of its own, and what programs leave behind.</summary>
    private static IEnumerable<string> Below(string root, string path)
    {
        var full = Path.Combine(root, path);
        return File.Exists(full)
            ? [path]
            : Directory.EnumerateFiles(full, "*", SearchOption.AllDirectories)
                .Select(x => Relative(root, x))
                .Where(x => !x.EndsWith(".md", StringComparison.Ordinal)
                    && !x[path.Length..].Split('/').Any(y => y is "tests" or ".terraform" or "__pycache__" or "bin" or "obj"))
                .Where(x => !x.StartsWith("infra/modules/", StringComparison.Ordinal) || !x.EndsWith("/.terraform.lock.hcl", StringComparison.Ordinal));
    }

    private static string Relative(string root, string path) => Path.GetRelativePath(root, path).Replace('\\', '/');

    /// <summary>Line endings never count. White space does in Python, shell and templates; in C# only formatting changes it.</summary>
    private static string Normalized(string path, string content)
        => path.EndsWith(".cs", StringComparison.Ordinal) ? string.Concat(content.Where(x => !char.IsWhiteSpace(x))) : content.ReplaceLineEndings("\n");

    // source = "../../modules/network"
    [GeneratedRegex("""^\s*source\s*=\s*"(?<path>\.\.?/[^"]+)"\s*$""", RegexOptions.Multiline)]
    private static partial Regex Source();
}
