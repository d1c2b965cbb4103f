using System.Diagnostics;
using System.Globalization;
using Fairlead.Infrastructure.Terraform;
using Fairlead.Reporting;

namespace Fairlead.IntegrationTests.Infrastructure.Terraform;

/// <summary>A root module in a folder of its own, and the terraform of this machine.</summary>
public sealed class TerraformWorkspace : IDisposable
{
    private readonly IReadOnlyDictionary<string, string> _environment;

    /// <param name="environment">Variables over those of the test; an empty value takes one away.</param>
    public TerraformWorkspace(IReadOnlyDictionary<string, string>? environment = null)
    {
        Folder = Directory.CreateTempSubdirectory("fairlead-terraform-").FullName;
        Stack = Directory.CreateDirectory(Path.Combine(Folder, "stack")).FullName;
        _environment = environment ?? new Dictionary<string, string>();
    }

    public string Folder { get; }

    /// <summary>The root module.</summary>
    public string Stack { get; }

    public RecordingReporter Reporter { get; } = new();

    public string PlanFile => Path.Combine(Folder, "tfplan");

    /// <summary>The terraform of this machine, downloaded never.</summary>
    public async Task<TerraformTool> ToolAsync()
        => await new TerraformLocator(
            new TerraformToolOptions { CacheDirectory = Path.Combine(Folder, "tools"), AllowDownload = false },
            SilentReporter.Instance).FindAsync(CancellationToken.None);

    public void Write(string name, string content) => File.WriteAllText(Path.Combine(Stack, name), content);

    /// <summary>A runner in the module, as a fresh process of the build has it.</summary>
    public async Task<TerraformRunner> RunnerAsync(Func<TerraformOptions, TerraformOptions>? configure = null, TerraformTool? tool = null)
    {
        var environment = TerraformEnvironment
            .OfThisProcess("GOGC")
            .Where(x => !x.Key.StartsWith("AWS_", StringComparison.Ordinal))
            .ToDictionary(x => x.Key, x => x.Value);
        foreach (var (name, value) in _environment)
        {
            environment[name] = value;
        }

        foreach (var name in environment.Where(x => x.Value.Length == 0).Select(x => x.Key).ToList())
        {
            environment.Remove(name);
        }

        var options = new TerraformOptions { Directory = Stack, Environment = environment, TemporaryDirectory = Path.Combine(Folder, "temp") };
        return new TerraformRunner(tool ?? await ToolAsync(), configure?.Invoke(options) ?? options, Reporter);
    }

    /// <summary>Initialises, plans and applies.</summary>
    public async Task<ApplyRun> ApplyAsync(TerraformRunner runner, bool destroy = false)
    {
        await runner.InitAsync(CancellationToken.None);
        var plan = await runner.PlanAsync(new PlanRequest { File = PlanFile, Destroy = destroy }, CancellationToken.None);
        return await runner.ApplyAsync(plan.File, CancellationToken.None);
    }

    /// <summary>terraform in the module, as a user runs it.</summary>
    public Task<string> TerraformAsync(params string[] arguments) => CommandLine.SucceedAsync("terraform", [$"-chdir={Stack}", .. arguments], _environment);

    /// <summary>Kills the one process that works in the module and whose program's name begins so. Linux only.</summary>
    public void Kill(string program)
    {
        var id = Directory.GetDirectories("/proc")
            .Select(Path.GetFileName)
            .Where(x => int.TryParse(x, out _))
            .Select(x => int.Parse(x!, CultureInfo.InvariantCulture))
            .Where(Works)
            .ShouldHaveSingleItem();
        using var process = Process.GetProcessById(id);
        process.Kill();

        bool Works(int id)
        {
            try
            {
                return File.ResolveLinkTarget($"/proc/{id}/cwd", returnFinalTarget: false)?.FullName == Stack
                       && Path.GetFileName(File.ReadAllText($"/proc/{id}/cmdline").Split('\0')[0]).StartsWith(program, StringComparison.Ordinal);
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                return false;
            }
        }
    }

    /// <summary>The error that an action ends with, and it must.</summary>
    public static async Task<FairleadException> ErrorOfAsync(Func<Task> action)
    {
        var error = await Should.ThrowAsync<FairleadException>(action);
        error.What.ShouldEndWith(".");
        error.Why.ShouldNotBeNullOrWhiteSpace();
        error.Next.ShouldEndWith(".");
        error.Message.ShouldNotContain("\n");
        return error;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
