namespace Fairlead.Testing;

/// <summary>A copy of this repository in a folder of its own. The folder has a space in its name, as those of users have.</summary>
public sealed class RepositoryCopy : IDisposable
{
    /// <summary>The solution of the application that is deployed, without Fairlead itself.</summary>
    public const string Storefront = "samples/storefront/Storefront.slnx";

    private readonly TemporaryDirectory _directory;

    private RepositoryCopy(TemporaryDirectory directory) => _directory = directory;

    public string Root => _directory;

    /// <summary>What git would clone, and what is not committed yet, but nothing that it ignores.</summary>
    /// <param name="compiled">With the compiled build too, where there is one and it is of these sources: <c>build.sh</c> knows it by their content.</param>
    /// <param name="solution">What Compile compiles and Test tests, in the place of everything: a path in the repository.</param>
    public static async Task<RepositoryCopy> MakeAsync(bool compiled = false, string? solution = null)
    {
        var copy = new RepositoryCopy(new TemporaryDirectory("fairlead clone "));
        var source = Repository.Root;
        var files = await BuildRun.ProcessAsync(source, "git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
        foreach (var file in files.Output.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var from = Path.Combine(source, file);
            if (File.Exists(from))
            {
                var to = Path.Combine(copy.Root, file);
                Directory.CreateDirectory(Path.GetDirectoryName(to)!);
                File.Copy(from, to);
            }
        }

        var build = Path.Combine(source, ".nuke", "temp", "build");
        if (compiled && Directory.Exists(build))
        {
            var to = Directory.CreateDirectory(copy.PathOf(".nuke/temp/build"));
            await CommandLine.SucceedAsync("cp", ["-a", $"{build}/.", to.FullName]);
        }

        if (solution is not null)
        {
            var parameters = copy.PathOf(".nuke/parameters.json");
            var content = await File.ReadAllTextAsync(parameters);
            content.ShouldContain("\"Solution.sln\"");
            await File.WriteAllTextAsync(parameters, content.Replace("\"Solution.sln\"", $"\"{solution}\"", StringComparison.Ordinal));
        }

        foreach (var command in new string[][]
        {
            ["init", "-q", "-b", "main"],
            ["add", "-A"],
            ["-c", "user.name=Test", "-c", "user.email=test@example.com", "commit", "-q", "-m", "Clone"]
        })
        {
            var run = await BuildRun.ProcessAsync(copy.Root, "git", command);
            if (run.ExitCode != 0)
            {
                throw new InvalidOperationException($"git {string.Join(' ', command)}: {run.Output}");
            }
        }

        return copy;
    }

    public Task<BuildRun> BuildAsync(IReadOnlyDictionary<string, string?> environment, params IEnumerable<string> arguments)
        => BuildRun.RunAsync(Root, arguments, environment);

    public string PathOf(string relativePath) => Path.Combine(Root, relativePath);

    public void Dispose() => _directory.Dispose();
}
